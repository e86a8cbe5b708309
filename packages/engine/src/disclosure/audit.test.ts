import { describe, expect, it } from "vitest";
import { auditSparsely } from "../../testing/audit-sparse.ts";
import { auditTable } from "../../testing/audit-table.ts";
import { listDisclosureSamples, toAuditTable } from "../../testing/disclosure-sample.ts";
import { loadSolver } from "../optimise/highs.ts";
import { protectTable } from "./protect-table.ts";
import { toTable } from "./table.ts";

const solver = await loadSolver();
const kindOf = (fault: string) => fault.replace(/^(.*): cell (\d+), attacker (\w+): .*$/, "$1 $2 $3");

describe("audit of large tables", () => {
  it("[DC3] [DC4] finds what the plain audit finds, in answers with one more cell published", () => {
    let planted = 0;
    for (const { dimensions, contributions, parameters } of listDisclosureSamples(77, 24)) {
      const table = toTable(dimensions, contributions);
      const answer = protectTable(solver, table, parameters);
      const hidden = answer.filter(({ status }) => status === "withheld");
      for (const spoilt of [undefined, hidden[0], hidden.at(-1)]) {
        const told = answer.map(
          (one) => ({ ...one, status: one === spoilt ? "published" : one.status }) as const,
        );
        const audit = toAuditTable(table, told, parameters);
        const plain = new Set(auditTable(solver, audit).map(kindOf));
        const { breaches } = auditSparsely(solver, audit);
        const places = new Set(breaches.map(({ cell, attacker }) => `${cell} ${attacker}`));
        expect(places).toEqual(new Set([...plain].map((one) => one.replace(/^.* (\d+ \w+)$/, "$1"))));
        if (spoilt === undefined) expect(breaches).toEqual([]);
        else planted += breaches.length;
      }
    }
    expect(planted).toBeGreaterThan(20);
  }, 60_000);
});
