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

/** The kind of an outcome, as the rule books have them. */
export type OutcomeKind =
  | "order" | "send" | "proceed" | "adjourn" | "refuse" | "discharge"
  | "may" | "may_not" | "must" | "need_not" | "done" | "refer" | "open";

/** The outcome of an offence or of an answer; `outcome` has it in words. */
export interface Outcome {
  readonly kind: OutcomeKind;
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

/** A warning that the reader needs before they rely on the determination. */
export interface Caution {
  readonly kind: string;
  readonly provision: string | null;
  readonly fact: string | null;
  readonly findings: readonly string[];
}

/** A decisive step: the question, its answer, the version of the law and the facts that decided it. */
export interface StepInNote {
  readonly provision: string;
  readonly title: string;
  readonly answer: "yes" | "no";
  readonly answered_by: "finding" | "derivation";
  readonly version: string;
  readonly verified: "text seen" | "secondary" | "factsheet only" | "recalled";
  readonly turned_on: { readonly [fact: string]: string | number | null };
}

/** An open question: the reason, and the facts that can still change its answer. */
export interface OpenInNote {
  readonly provision: string;
  readonly title: string;
  readonly because: "facts" | "judgment" | "makes no difference";
  readonly facts_that_matter: readonly string[];
}

/** The part of a note on one offence: its outcome, and why. `cautions` counts them by kind. */
export interface OffenceInNote {
  readonly id: string;
  readonly warrant: string | null;
  readonly title: string | null;
  readonly case_type: string | null;
  readonly outcome: Outcome;
  readonly if_nothing_more_is_shown: Outcome;
  readonly unless_shown: readonly string[];
  readonly decisive_steps: readonly StepInNote[];
  readonly open_questions: readonly OpenInNote[];
  readonly cautions: { readonly [kind: string]: number };
  readonly unused_findings: readonly Caution[];
}

/** A determination with `detail=note`. `cautions` counts the reasons to check it before use, by kind. */
export interface NoteDetail extends Determination {
  readonly detail: "note";
  readonly cautions: { readonly [kind: string]: number };
  readonly unused_findings: readonly Caution[];
  readonly offences: readonly OffenceInNote[];
}

/** A determination with `detail=hearing`; /openapi.json has the keys of its steps. */
export interface HearingDetail extends Determination {
  readonly detail: "hearing";
  readonly cautions: readonly Caution[];
}

/** A determination with `detail=full`, the record that `replay` reads; /openapi.json has its further keys. */
export interface FullDetail extends Determination {
  readonly cautions: readonly Caution[];
}

/** The determination in one level of detail. */
export type Detailed<D extends Detail> = { note: NoteDetail; hearing: HearingDetail; full: FullDetail }[D];

/** The reason why there is no answer, with every fault and its place (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults: readonly { readonly place: string; readonly message: string }[];
}

/** The answer to one line of a batch: a determination, or a problem. */
export interface LineAnswer<D extends Detail = Detail> {
  readonly line: number;
  readonly id: string | null;
  readonly status: number;
  readonly etag?: string;
  readonly metadata?: { readonly [key: string]: string };
  readonly determination?: Detailed<D>;
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
 * The client of one service, at an address such as `http://127.0.0.1:8000`; a slash at its end has no effect.
 *
 * `new Client(address)` takes the case files of the first rule book. For another book, make its types and name its
 * `CaseFile`: `new Client<policing.CaseFile>(address)`; for both, `new Client<CaseFile | policing.CaseFile>(address)`.
 */
export class Client<C extends AnyCaseFile = CaseFile> {
  private readonly address: string;

  constructor(
    address: string,
    private readonly headers: { readonly [name: string]: string } = {},
  ) {
    this.address = address.replace(/\/+$/, "");
  }

  /**
   * The determination (support) of one case; null if `etag` names the answer, so that nothing is new. `signal` ends
   * the request.
   */
  async determine<D extends Detail = "note">(
    asked: CaseToDetermine<C>,
    detail: D = "note" as D,
    etag?: string,
    signal?: AbortSignal,
  ): Promise<{ readonly determination: Detailed<D>; readonly etag: string | null } | null> {
    const condition: { [name: string]: string } = etag === undefined ? {} : { "If-None-Match": etag };
    const answer = await fetch(`${this.address}/v1/determinations?detail=${detail}`, {
      method: "POST",
      headers: { ...this.headers, ...condition, "Content-Type": "application/json" },
      body: JSON.stringify(asked),
      signal: signal ?? null,
    });
    if (answer.status === 412) return null;
    if (!answer.ok) throw new ProblemError(await problemOf(answer));
    return { determination: (await answer.json()) as Detailed<D>, etag: answer.headers.get("ETag") };
  }

  /**
   * The answer to each line of a batch, in order, each as soon as it is there. Leaving the loop ends the batch, and so
   * does `signal`.
   */
  async *batch<D extends Detail = "note">(
    lines: Iterable<LineToDetermine<C>>,
    detail: D = "note" as D,
    signal?: AbortSignal,
  ): AsyncGenerator<LineAnswer<D>> {
    const answer = await fetch(`${this.address}/v1/batch?detail=${detail}`, {
      method: "POST",
      headers: { ...this.headers, "Content-Type": "application/x-ndjson" },
      body: Array.from(lines, (line) => `${JSON.stringify(line)}\n`).join(""),
      signal: signal ?? null,
    });
    if (!answer.ok || answer.body === null) throw new ProblemError(await problemOf(answer));
    const decoder = new TextDecoder();
    const reader = answer.body.getReader();
    let rest = "";
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        const texts = (rest + decoder.decode(piece.value, { stream: true })).split("\n");
        rest = texts.pop() ?? "";
        for (const text of texts) yield JSON.parse(text) as LineAnswer<D>;
      }
    } finally {
      await reader.cancel();
    }
    if (rest !== "") throw new Error("the answer was cut off within a line");
  }
}
