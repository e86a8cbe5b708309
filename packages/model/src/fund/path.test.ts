import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, shiftDate } from "../calendar/index.ts";
import {
  criticalPath,
  findCircle,
  forecastEnd,
  lengthOf,
  type MilestoneState,
  type PathStone,
  stretchOf,
  triangular,
} from "./life/index.ts";

const today = "2026-06-01";
type Given = Partial<Omit<PathStone, "id">>;
const stone = (id: string, from: string, to: string, given: Given = {}): PathStone => ({
  ...{ id, title: id, state: "planned", baselineFrom: from, baselineOn: to, dueOn: to, endedOn: null },
  ...{ after: [], points: null },
  ...given,
});
const pathOf = (...stones: readonly PathStone[]) => {
  const found = criticalPath(stones, today);
  return {
    end: found?.endOn,
    holds: found?.holds,
    slack: Object.fromEntries(found?.lines.map(({ id, slack }) => [id, slack]) ?? []),
  };
};

describe("the critical path of a project, ten cases worked by hand", () => {
  const a = stone("A", "2026-06-01", "2026-07-01");
  const b = stone("B", "2026-07-01", "2026-08-01", { after: ["A"] });

  it("[PJ2] one milestone holds its own end", () => {
    expect(pathOf(a)).toEqual({ end: "2026-07-01", holds: ["A"], slack: { A: 0 } });
  });
  it("[PJ2] two in a row: a later first one moves the second, by its length", () => {
    const late = { ...a, dueOn: "2026-07-11" };
    expect(pathOf(late, b)).toEqual({ end: "2026-08-11", holds: ["A", "B"], slack: { A: 0, B: 0 } });
  });
  it("[PJ2] two side by side: the shorter one has the difference as slack", () => {
    const c = stone("C", "2026-06-01", "2026-06-21");
    expect(pathOf(a, c)).toEqual({ end: "2026-07-01", holds: ["A"], slack: { A: 0, C: 10 } });
  });
  it("[PJ2] a fork that joins again is held by its longer branch", () => {
    const short = stone("S", "2026-07-01", "2026-07-05", { after: ["A"] });
    const join = stone("J", "2026-08-01", "2026-08-10", { after: ["B", "S"] });
    const late = { ...a, dueOn: "2026-07-02" };
    expect(pathOf(late, b, short, join)).toEqual({
      end: "2026-08-11",
      holds: ["A", "B", "J"],
      slack: { A: 0, B: 0, J: 0, S: 27 },
    });
  });
  it("[PJ2] a gap before the next first day is slack", () => {
    const later = { ...b, baselineFrom: "2026-07-11", baselineOn: "2026-08-11", dueOn: "2026-08-11" };
    expect(pathOf(a, later)).toEqual({ end: "2026-08-11", holds: ["B"], slack: { A: 10, B: 0 } });
  });
  it("[PJ2] planned anew holds its day, even if its work could end before", () => {
    const moved = { ...b, dueOn: "2026-09-01" };
    expect(pathOf(a, moved)).toEqual({ end: "2026-09-01", holds: ["B"], slack: { A: 31, B: 0 } });
  });
  it("[PJ2] what is overdue ends today at the earliest", () => {
    const overdue = stone("O", "2026-03-01", "2026-05-01");
    const next = stone("N", "2026-05-01", "2026-05-31", { after: ["O"] });
    expect(pathOf(overdue, next)).toEqual({ end: "2026-07-01", holds: ["O", "N"], slack: { O: 0, N: 0 } });
  });
  it("[PJ2] what was reached counts by the day on which it was, and has no slack", () => {
    const done = stone("D", "2026-03-01", "2026-05-01", { state: "reached", endedOn: "2026-05-20" });
    const next = stone("N", "2026-05-01", "2026-06-10", { after: ["D"] });
    expect(pathOf(done, next)).toEqual({ end: "2026-06-29", holds: ["D", "N"], slack: { D: null, N: 0 } });
  });
  it("[PJ2] [PJ3] what was missed or dropped hands on what it waited for", () => {
    const missed = { ...b, state: "missed" as const, endedOn: "2026-05-30" };
    const c = stone("C", "2026-06-10", "2026-06-20", { after: ["B"] });
    expect(pathOf(a, missed, c)).toEqual({ end: "2026-07-11", holds: ["A", "C"], slack: { A: 0, C: 0 } });
  });
  it("[PJ2] nothing that counts has no path", () => {
    expect(criticalPath([{ ...a, state: "dropped" }], today)).toBeNull();
    expect(criticalPath([], today)).toBeNull();
  });

  it("[PJ1] a circle is told by its titles, in full", () => {
    const round = [
      { ...a, after: ["C"] },
      { ...b, after: ["A"] },
      stone("C", "2026-07-01", "2026-08-01", { after: ["B"] }),
    ];
    expect(findCircle(round)).toEqual(["A", "C", "B", "A"]);
    expect(findCircle([a, b])).toBeNull();
  });
});

const states: readonly MilestoneState[] = ["planned", "planned", "planned", "reached", "missed", "dropped"];
/** Projects whose milestones wait for earlier ones alone, so that there is no circle. */
const anyProject = fc
  .array(
    fc.record({
      from: fc.integer({ min: -60, max: 60 }),
      length: fc.integer({ min: 0, max: 40 }),
      move: fc.integer({ min: -10, max: 30 }),
      state: fc.constantFrom(...states),
      ended: fc.integer({ min: -60, max: 0 }),
      after: fc.array(fc.nat({ max: 7 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map((one, at): PathStone => {
      const [from, to] = [shiftDate(today, one.from), shiftDate(today, one.from + one.length)];
      return stone(`m${at}`, from, to, {
        state: one.state,
        dueOn: shiftDate(today, one.from + Math.max(0, one.length + one.move)),
        endedOn: one.state === "planned" ? null : shiftDate(today, one.ended),
        after: [...new Set(one.after.filter((before) => before < at))].map((before) => `m${before}`),
      });
    }),
  );

/** The end by walking every way back from every milestone, with one of them later by some days. */
function naiveEnd(stones: readonly PathStone[], later?: { readonly id: string; readonly by: number }) {
  const byId = new Map(stones.map((one) => [one.id, one]));
  const waits = (one: PathStone): readonly PathStone[] =>
    one.after.flatMap((id) => {
      const before = byId.get(id);
      if (!before) return [];
      return before.state === "missed" || before.state === "dropped" ? waits(before) : [before];
    });
  const end = (one: PathStone): number => {
    const plus = one.id === later?.id ? later.by : 0;
    if (one.state === "reached") return daysBetween(today, one.endedOn ?? today) + plus;
    const starts = [daysBetween(today, one.baselineFrom), ...waits(one).map(end)];
    return Math.max(Math.max(...starts) + lengthOf(one), daysBetween(today, one.dueOn), 0) + plus;
  };
  const counted = stones.filter(({ state }) => state !== "missed" && state !== "dropped");
  return counted.length === 0 ? null : Math.max(...counted.map(end));
}

describe("the path against a naive reading", () => {
  it("[PJ2] ends on the day that the longest way gives", () => {
    fc.assert(
      fc.property(anyProject, (stones) => {
        const found = criticalPath(stones, today);
        expect(found && daysBetween(today, found.endOn)).toEqual(naiveEnd(stones));
      }),
    );
  });

  it("[PJ2] slack is the most days that move nothing, and one day more moves the end by one", () => {
    fc.assert(
      fc.property(anyProject, (stones) => {
        const end = naiveEnd(stones);
        for (const { id, slack } of criticalPath(stones, today)?.lines ?? []) {
          if (slack === null) continue;
          expect(naiveEnd(stones, { id, by: slack })).toBe(end);
          expect(naiveEnd(stones, { id, by: slack + 1 })).toBe((end ?? 0) + 1);
        }
      }),
    );
  });

  it("[PJ2] what holds the end has no slack, and each waits for the one before it", () => {
    fc.assert(
      fc.property(anyProject, (stones) => {
        const found = criticalPath(stones, today);
        const lines = new Map(found?.lines.map((line) => [line.id, line]));
        found?.holds.forEach((id, at) => {
          const line = lines.get(id);
          expect(line?.slack ?? 0).toBe(0);
          if (at > 0) expect(line?.waitsFor).toBe(found.holds[at - 1]);
        });
      }),
    );
  });
});

describe("how likely a project ends in time", () => {
  const points = { short: 10, likely: 20, long: 60 };

  it("[PJ4] a triangle is least at 0, most at 1 and its peak where the parts meet", () => {
    expect(triangular(points, () => 0)).toBe(10);
    expect(triangular(points, () => 0.2)).toBeCloseTo(20, 9);
    expect(triangular(points, () => 1)).toBe(60);
    expect(triangular({ short: 5, likely: 5, long: 5 }, () => 0.7)).toBe(5);
  });

  it("[PJ4] of one milestone with three points the days are those of the triangle", () => {
    const one = stone("A", today, "2026-06-21", { points });
    const found = forecastEnd([one], today, "2026-07-01", 7);
    // The triangle in closed form: P(x <= 30) = 1 - 30^2 / (50 * 40); its half lies at 60 - sqrt(0.5 * 50 * 40).
    expect(found?.inTime).toBeCloseTo(1 - 900 / 2000, 1);
    const half = 60 - Math.sqrt(1000);
    expect(Math.abs(daysBetween(today, found?.p50 ?? today) - half)).toBeLessThan(2);
    expect(found?.holds).toEqual([{ id: "A", share: 1 }]);
    expect(found?.bases).toEqual({ points: 1, ended: 0, plan: 0 });
    expect(forecastEnd([one], today, "2026-07-01", 7)).toEqual(found);
  });

  it("[PJ4] without three points the lengths of three that were reached speak, and fewer say nothing", () => {
    const done = (id: string, days: number) =>
      stone(id, "2026-01-01", "2026-01-11", {
        state: "reached",
        endedOn: shiftDate("2026-01-01", days),
      });
    const open = stone("O", today, "2026-07-01");
    expect(stretchOf([done("a", 10), done("b", 15)], today)).toEqual([1, 1.5]);
    expect(forecastEnd([done("a", 10), done("b", 15), open], today, "2026-07-01", 1)).toBeNull();
    const found = forecastEnd([done("a", 10), done("b", 15), done("c", 20), open], today, "2026-07-01", 1);
    expect(found?.bases).toEqual({ points: 0, ended: 1, plan: 0 });
    expect(found?.inTime).toBeCloseTo(1 / 3, 1);
    expect(found?.p90).toBe("2026-07-31");
    expect(forecastEnd([done("a", 10), done("b", 15), done("c", 20)], today, "2026-07-01", 1)).toBeNull();
  });

  it("[PJ4] days of the draws come in order, and never before today", () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), (stones, seed) => {
        const drawn = stones.map((one, at) => (at % 2 === 0 ? { ...one, points } : one));
        const found = forecastEnd(drawn, today, "2026-08-01", seed);
        if (!found) return;
        expect([today, found.p50, found.p80, found.p90].toSorted()).toEqual([
          today,
          found.p50,
          found.p80,
          found.p90,
        ]);
        expect(found.holds.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
