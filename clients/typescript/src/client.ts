// A small client of the service, over fetch. It keeps nothing and retries nothing.

import type { CaseFile } from "./facts.js";

/** A case file of any rule book. Each book has its own type `CaseFile`; that of the first is the default here. */
export interface AnyCaseFile {
  readonly case: string;
}

/** How much of a determination the answer has. */
export type Detail = "note" | "hearing" | "full";

/** A case to determine, and the law to apply: by default that of the dates of the case. */
export interface CaseToDetermine<C extends AnyCaseFile = CaseFile> {
  readonly case_file: C;
  readonly law?: string | null;
  readonly as_at?: string | null;
  readonly assuming?: readonly string[];
  readonly engine?: "durable" | "plain" | null;
  readonly anonymous?: boolean;
  readonly sensitivity?: boolean;
  readonly precedents?: boolean;
  readonly hold_findings?: boolean;
  readonly metadata?: { readonly [key: string]: string } | null;
}

/** One line of a batch: a case, and the caller's own name for it. */
export interface LineToDetermine<C extends AnyCaseFile = CaseFile> extends CaseToDetermine<C> {
  readonly id: string;
  readonly if_none_match?: string | null;
}

/** The outcome of an offence or of an answer; `outcome` has it in words. */
export interface Outcome {
  readonly kind: string;
  readonly to: string | null;
  readonly under: string | null;
  readonly outcome: string;
}

/**
 * Keys that each level of detail has. A determination supports a decision; it is never one.
 * `part` is the id of a matter of any rule book of the service; `territory` is null where the matter needs none.
 */
export interface Determination {
  readonly kind: "determination (support)";
  readonly case: string;
  readonly reference: string | null;
  readonly part: string;
  readonly territory: string | null;
  readonly outcome: string;
  readonly under: string | null;
  readonly rule_book: string;
  readonly case_file_hash: string;
  readonly metadata?: { readonly [key: string]: string };
  readonly offences: readonly { readonly id: string; readonly outcome: Outcome }[];
}

/** The reason why there is no answer, with every fault and its place (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults: readonly { readonly place: string; readonly message: string }[];
}

/** The answer to one line of a batch: a determination, or a problem. */
export interface LineAnswer {
  readonly line: number;
  readonly id: string | null;
  readonly status: number;
  readonly etag?: string;
  readonly metadata?: { readonly [key: string]: string };
  readonly determination?: Determination;
  readonly problem?: Problem;
}

/** A request that the service, or a server before it, refused. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = "ProblemError";
  }
}

/** The reason for a refusal: the problem of the service, or the status and text of another server's answer. */
async function problemOf(answer: Response): Promise<Problem> {
  const text = await answer.text();
  if (answer.headers.get("Content-Type")?.startsWith("application/problem+json")) return JSON.parse(text) as Problem;
  const title = `${answer.status} ${answer.statusText}`.trim();
  return { type: "about:blank", title, status: answer.status, detail: text.slice(0, 1000).trim(), faults: [] };
}

/**
 * The client of one service, at an address such as `http://127.0.0.1:8000`.
 *
 * `new Client(address)` takes the case files of the first rule book. For another book, make its types and name its
 * `CaseFile`: `new Client<policing.CaseFile>(address)`; for both, `new Client<CaseFile | policing.CaseFile>(address)`.
 */
export class Client<C extends AnyCaseFile = CaseFile> {
  constructor(
    private readonly address: string,
    private readonly headers: { readonly [name: string]: string } = {},
  ) {}

  /** The determination (support) of one case; null if `etag` names the answer, so that nothing is new. */
  async determine(
    asked: CaseToDetermine<C>,
    detail: Detail = "note",
    etag?: string,
  ): Promise<{ readonly determination: Determination; readonly etag: string | null } | null> {
    const condition: { [name: string]: string } = etag === undefined ? {} : { "If-None-Match": etag };
    const answer = await fetch(`${this.address}/v1/determinations?detail=${detail}`, {
      method: "POST",
      headers: { ...this.headers, ...condition, "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    if (answer.status === 412) return null;
    if (!answer.ok) throw new ProblemError(await problemOf(answer));
    return { determination: (await answer.json()) as Determination, etag: answer.headers.get("ETag") };
  }

  /** The answer to each line of a batch, in order, each as soon as it is there. Leaving the loop ends the batch. */
  async *batch(lines: Iterable<LineToDetermine<C>>, detail: Detail = "note"): AsyncGenerator<LineAnswer> {
    const answer = await fetch(`${this.address}/v1/batch?detail=${detail}`, {
      method: "POST",
      headers: { ...this.headers, "Content-Type": "application/x-ndjson" },
      body: Array.from(lines, (line) => `${JSON.stringify(line)}\n`).join(""),
    });
    if (!answer.ok || answer.body === null) throw new ProblemError(await problemOf(answer));
    const decoder = new TextDecoder();
    const reader = answer.body.getReader();
    let rest = "";
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        const texts = (rest + decoder.decode(piece.value, { stream: true })).split("\n");
        rest = texts.pop() ?? "";
        for (const text of texts) yield JSON.parse(text) as LineAnswer;
      }
    } finally {
      await reader.cancel();
    }
    if (rest !== "") throw new Error("the answer was cut off within a line");
  }
}
