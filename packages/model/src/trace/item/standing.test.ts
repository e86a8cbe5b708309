import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type CustodyEvent,
  goesOn,
  judgeEvents,
  judgeLater,
  listItems,
  noStanding,
  type Standing,
  standingOf,
  stepVerbs,
  stillOpen,
  type World,
} from "../index.ts";

const world: World = {
  birthOf: () => "2024-01-01",
  isLicensed: (body) => body === "R1",
  isAccredited: (body) => body === "L1",
};
type Entry = { readonly event: CustodyEvent; readonly hash: string; readonly corrects: null };
const dayOf = (after: number) => new Date(Date.UTC(2024, 0, 1 + after)).toISOString().slice(0, 10);

const anyEvent = fc.record(
  {
    verb: fc.constantFrom(...stepVerbs),
    gap: fc.integer({ min: 0, max: 40 }),
    by: fc.constantFrom("A", "B", "R1", "L1"),
    to: fc.constantFrom("B", "R1"),
    vehicle: fc.constantFrom("V1", "V2"),
    energyShare: fc.constantFrom(0.5, 0.8, 0.9),
    step: fc.integer({ min: 1, max: 3 }),
    reason: fc.constantFrom("", "no_demand"),
  },
  { requiredKeys: ["verb", "gap", "by"] },
);

/** Everything that was ever told, judged together. */
function judgeAll(entries: readonly Entry[]) {
  const events = entries.map(({ event }) => event);
  const judged = judgeEvents(
    events,
    world,
    entries.map(({ hash }) => hash),
  );
  return { entries, judged };
}
const sorted = (standing: Standing | null) =>
  standing && {
    ...standing,
    awaits: [...standing.awaits].sort(),
    items: [...standing.items].sort(byHash),
    flags: [...standing.flags].sort(),
  };

it("[TR29] what happens later is judged by how the battery stands as by everything that was told", () => {
  let goneOn = 0;
  let judgedAnew = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(anyEvent, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      (chunks) => {
        let [day, serial] = [0, 0];
        let kept: readonly Entry[] = [];
        let standing: Standing | null = noStanding;
        for (const chunk of chunks) {
          const told = chunk.map(({ gap, to, ...given }): Entry => {
            // One gap in ten is a step back, into what is past.
            day += gap > 35 ? -gap : gap;
            const event = { ...given, code: "U", at: dayOf(day), ...(to && to !== given.by && { to }) };
            return { event, hash: `h${++serial}`, corrects: null };
          });
          const added = told.toSorted((a, b) =>
            a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : 0,
          );
          const all = judgeAll([...kept, ...added]);
          const isRefused = (at: number) => at >= kept.length && all.judged.verdicts[at] === "impossible";
          const stays = all.entries.filter((_, at) => !isRefused(at));
          const whole = judgeAll(stays);
          const open = listItems(stays, whole.judged.flags, world);
          if (standing && goesOn(standing, added)) {
            const judged = judgeLater(standing.life, added, world);
            expect(judged.flags).toEqual(all.judged.flags.slice(kept.length));
            if (stays.length === all.entries.length) {
              goneOn++;
              const own = [...stillOpen("U", standing, added), ...listItems(added, judged.flags, world)];
              const next = standingOf("U", { entries: added, judged }, own, standing);
              expect(sorted(next)).toEqual(sorted(standingOf("U", whole, open)));
              expect([...own].sort(byHash)).toEqual([...open].sort(byHash));
            }
          } else judgedAnew++;
          standing = standingOf("U", whole, open);
          kept = stays;
        }
      },
    ),
    { numRuns: 250 },
  );
  // Neither way stands for the other.
  expect(goneOn).toBeGreaterThan(100);
  expect(judgedAnew).toBeGreaterThan(100);
});

const byHash = (a: { hash: string; kind: string }, b: { hash: string; kind: string }) =>
  `${a.hash} ${a.kind}` < `${b.hash} ${b.kind}` ? -1 : 1;

it("[TR29] a correction, a day that is past, a battery that is bound and a hand-over that waits ask for all events", () => {
  const entry = (event: Partial<CustodyEvent>, corrects: string | null = null) => ({
    event: { verb: "fit", code: "U", at: "2024-02-01", by: "A", ...event } as CustodyEvent,
    hash: "h",
    corrects,
  });
  const handed: Standing = { ...noStanding, latest: "2024-01-31", awaits: ["B"] };
  const stands: Standing = { ...handed, awaits: [] };
  expect(goesOn(stands, [entry({})])).toBe(true);
  expect(goesOn(stands, [entry({ at: "2024-01-31" })])).toBe(false);
  expect(goesOn(stands, [entry({ verb: "correct" }, "h0")])).toBe(false);
  expect(goesOn(stands, [entry({ verb: "dismantle" })])).toBe(false);
  expect(goesOn(handed, [entry({})])).toBe(false);
  expect(goesOn(handed, [entry({ by: "B" })])).toBe(true);
  const bound = judgeAll([{ ...entry({ verb: "recode", origins: ["V"] }), corrects: null }]);
  expect(standingOf("U", bound, [])).toBeNull();
});
