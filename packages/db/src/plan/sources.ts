import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fillMachines } from "../register/machine-rows.ts";
import { allRegistersSql } from "../register/register-sql.ts";
import { listMovedColumns } from "./body-references.ts";
import { fillChainConcept } from "./chain-concept.ts";
import { protectEveryTable } from "./every-table.ts";

import { moveStates } from "./moved-states.ts";
import { keepNameKeys } from "./name-key.ts";
import { readStatements, type Statement } from "./read-statements.ts";
import { fillWorkingDays } from "./working-days.ts";

/** A part of the plan: the text of one file of packages/db/sql, or text that TypeScript writes. */
export type Source = { readonly name: string; readonly text: (home: string) => string };

const file = (name: string): Source => ({
  name: `sql/${name}.sql`,
  text: (home) => readFileSync(join(home, "sql", `${name}.sql`), "utf8"),
});

/** Every source, in the order of application within a pass; packages/db/README.md says what each answers. */
export const sources: readonly Source[] = [
  file("actor"),
  file("proof"),
  file("account"),
  file("session"),
  file("factor"),
  file("glass"),
  file("organization"),
  file("body"),
  file("membership"),
  file("stance"),
  file("conflict"),
  file("posting"),
  file("use"),
  file("market"),
  file("engine"),
  file("introduction"),
  file("support"),
  file("appointment"),
  file("engagement"),
  file("board"),
  file("return"),
  file("release"),
  file("goal"),
  file("meeting"),
  file("vote"),
  file("notice"),
  file("audit"),
  file("guard"),
  file("key"),
  file("webhook"),
  file("state"),
  file("record"),
  file("ledger"),
  file("battery"),
  file("batch"),
  file("residual"),
  file("rate"),
  file("supply"),
  file("chain-health"),
  file("people"),
  file("event"),
  file("fund"),
  file("incentive"),
  file("network"),
  file("project"),
  file("relay"),
  file("duty"),
  file("worker"),
  { name: "working-days", text: fillWorkingDays },
  { name: "every-table", text: protectEveryTable },
  { name: "registers", text: () => allRegistersSql() },
  { name: "chain-concept", text: fillChainConcept },
  { name: "body-references", text: () => listMovedColumns() },
  { name: "name-key", text: () => keepNameKeys() },
  { name: "machines", text: () => fillMachines() },
  { name: "moved-states", text: moveStates },
];

/** Every statement of the plan; `home` is the folder of packages/db. */
export function readPlan(home: string, from: readonly Source[] = sources): Statement[] {
  return from.flatMap(({ name, text }) => readStatements(name, text(home)));
}
