// npm run bench:people: 100,000 filings of demand for people rolled up by skill, province and year, against a naive sum.
import { cpus, loadavg } from "node:os";
import { provinces } from "@lilink/model/codes";
import { type DemandFiling, skillIds, sumEmployed, sumWanted } from "@lilink/model/people";
import { createRandom } from "./random.ts";

const seed = 20261129;
const count = 100_000;
const rounds = 7;
const before = "2026-10-01";
const year = 2026;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const quarters = [1, 2, 3, 4] as const;

function makeFilings(): readonly DemandFiling[] {
  const random = createRandom(seed);
  const codes = provinces.map(({ code }) => code);
  return Array.from({ length: count }, (_, at): DemandFiling => {
    const firm = `firm-${Math.floor(random.next() * 4000)}`;
    return {
      filing: `filing-${at}`,
      firm,
      group: `group-${firm.length}-${firm.slice(-2)}`,
      skill: random.pick(skillIds),
      province: random.pick(codes),
      year: random.pick([2025, 2026, 2027]),
      quarter: random.pick(quarters),
      wanted: 1 + Math.floor(random.next() * 20),
      employed: random.chance(0.5) ? Math.floor(random.next() * 200) : null,
      statedOn: `2026-${String(1 + Math.floor(random.next() * 9)).padStart(2, "0")}-${String(1 + Math.floor(random.next() * 28)).padStart(2, "0")}`,
    };
  });
}

/** The same by sorting: the last filing of each place, then one total. */
function naiveTotal(filings: readonly DemandFiling[]): number {
  const last = new Map<string, number>();
  for (const one of filings.toSorted((a, b) =>
    a.statedOn < b.statedOn ? -1 : a.statedOn > b.statedOn ? 1 : 0,
  ))
    if (one.year === year && one.statedOn < before)
      last.set(`${one.firm}/${one.skill}/${one.province}/${one.quarter}`, one.wanted);
  return [...last.values()].reduce((sum, one) => sum + one, 0);
}

const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
const filings = makeFilings();
const times: number[] = [];
/** The time of the processor alone: on a busy machine the clock says little. */
const spent: number[] = [];
let cells = 0;
let total = 0;
for (let round = 0; round < rounds; round++) {
  const used = process.cpuUsage();
  const start = performance.now();
  const wanted = [year - 1, year, year + 1].map((one) => sumWanted(filings, [], one, before));
  const employed = sumEmployed(filings, before);
  times.push(performance.now() - start);
  spent.push(process.cpuUsage(used).user / 1000);
  cells = wanted.reduce((sum, one) => sum + one.length, employed.length);
  total = (wanted[1] ?? []).reduce((sum, one) => sum + one.value, 0);
}
process.stdout.write(
  `${JSON.stringify({
    bench: "people",
    node: process.version,
    cpu: cpus()[0]?.model ?? "",
    load1,
    rows: [
      {
        task: "roll up demand: three years wanted and those employed",
        n: count,
        cells,
        medianMs: Math.round(median(times) * 10) / 10,
        processorMs: Math.round(median(spent) * 10) / 10,
        limitMs: 300,
        exact: total === naiveTotal(filings),
      },
    ],
  })}\n`,
);
