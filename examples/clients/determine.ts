// Determines one case and then a batch, and prints each outcome. Usage: node determine.js http://127.0.0.1:8000
// clients/typescript/README.md has the commands that install the client and compile this file.

import { Client, type Part1CaseFile } from "@extradition/client";

const address = process.argv[2] ?? "http://127.0.0.1:8000";

const case_file: Part1CaseFile = {
  case: "A conviction in absence",
  part: 1,
  territory: "RO",
  taken_from: "EA 2003 s 20(1)",
  dates: { arrest: "2023-02-01", hearing: "2024-06-03" },
  offences: [
    {
      id: "burglary",
      case_type: "conviction",
      findings: {
        convicted_in_presence: { answer: "no", by: "judge" },
        deliberately_absent: { answer: "no", by: "judge" },
        retrial_right: "if_court_finds_no_deliberate_absence",
        rehearing: "retrial",
        minimum_retrial_rights: "yes",
      },
    },
  ],
};

const client = new Client(address);
const alone = await client.determine({ case_file, metadata: { desk: "7" } });
console.log(`${alone?.determination.outcome} (desk ${alone?.determination.metadata?.["desk"]})`);
const again = await client.determine({ case_file, metadata: { desk: "7" } }, "note", alone?.etag ?? undefined);
console.log(again === null ? "nothing new" : again.determination.outcome);
const laws = ["merticariu", "before-merticariu"];
for await (const answer of client.batch(laws.map((law) => ({ id: law, case_file, law })))) {
  console.log(`${answer.id}: ${answer.determination?.outcome ?? answer.problem?.detail}`);
}
