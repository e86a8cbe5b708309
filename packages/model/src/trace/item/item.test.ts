import { describe, expect, it } from "vitest";
import {
  type CustodyEvent,
  confirmedSets,
  judgeEvents,
  type LicenceKind,
  listItems,
  reportingDeadline,
  type World,
} from "../index.ts";

const world: World = {
  birthOf: () => null,
  isLicensed: (body, kinds: readonly LicenceKind[]) => body === "recycler" && kinds.includes("recycle"),
};
type Told = CustodyEvent & { readonly hash?: string; readonly undoes?: string };
function itemsOf(told: readonly Told[]) {
  const entries = told.map(({ hash, undoes, ...event }, at) => ({
    event: {
      ...event,
      ...(undoes !== undefined && { corrects: told.findIndex((one) => one.hash === undoes) }),
    },
    hash: hash ?? String(at),
    corrects: undoes ?? null,
  }));
  const { flags } = judgeEvents(
    entries.map(({ event }) => event),
    world,
  );
  return listItems(entries, flags, world).map(({ kind, hash, dueOn }) => [kind, hash, dueOn]);
}
const make = { verb: "make", code: "a", at: "2026-01-05", by: "maker" } as const;
const fit = { verb: "fit", code: "a", at: "2026-01-06", by: "car", vehicle: "V" } as const;
const hand = { verb: "transfer", code: "a", at: "2026-09-28", by: "car", to: "recycler", hash: "h" } as const;

describe("what is open about a battery", () => {
  it("[TR17] counts working days by the rule of the day and the licence of whoever took over", () => {
    const due = (on: string, kind: LicenceKind | null) => reportingDeadline(on, (one) => one === kind);
    expect(due("2026-09-28", "cascade")).toEqual({ dueOn: "2026-10-23", rule: "traceability-2026" });
    expect(due("2019-01-02", "recycle")?.rule).toBe("traceability-2018");
    expect(due("2026-03-31", null)?.rule).toBe("traceability-2018");
    expect(due("2018-07-31", null)).toBeNull();
  });

  it("[TR25] counts as an officer read the text: from its day, and the set before ends there", () => {
    const deadlines = [{ licence: "cascade" as const, workingDays: 5 }];
    const sets = confirmedSets([{ ruleSet: "traceability-2026", from: "2026-05-01", deadlines }]);
    const due = (on: string, kind: LicenceKind | null) => reportingDeadline(on, (one) => one === kind, sets);
    expect(due("2026-09-28", "cascade")?.dueOn).toBe("2026-10-10");
    expect(due("2026-04-15", null)?.rule).toBe("traceability-2018");
    expect(sets.map(({ from, to, isConfirmed }) => [from, to, isConfirmed])).toEqual([
      ["2018-08-01", "2026-05-01", false],
      ["2026-05-01", null, true],
    ]);
  });

  it("[TR17] a hand-over waits for the other side until it tells something, or until it is taken back", () => {
    expect(itemsOf([make, fit, hand])).toEqual([["handover", "h", "2026-11-13"]]);
    const taken = { verb: "transfer", code: "a", at: "2026-09-29", by: "recycler" } as const;
    expect(itemsOf([make, fit, hand, taken])).toEqual([]);
    const elsewhere = { verb: "transfer", code: "a", at: "2026-09-29", by: "other" } as const;
    expect(itemsOf([make, fit, hand, elsewhere])).toContainEqual(["handover", "h", null]);
    const undo: Told = { ...hand, verb: "correct", reason: "did_not_occur", hash: "u", undoes: "h" };
    expect(itemsOf([make, fit, hand, undo])).toEqual([]);
  });

  it("[TR18] a vehicle scrapped with its battery is open until the battery is told of", () => {
    const scrapped = {
      verb: "vehicle_scrap",
      code: "a",
      at: "2026-02-01",
      by: "yard",
      vehicle: "V",
    } as const;
    expect(itemsOf([make, fit, scrapped])).toEqual([["vehicle_scrap", "2", null]]);
    const retired = { verb: "retire", code: "a", at: "2026-02-09", by: "yard", vehicle: "V" } as const;
    expect(itemsOf([make, fit, scrapped, retired])).toEqual([]);
  });

  it("[TR13] flagged events are open, each under its flag", () => {
    const twice = { ...fit, vehicle: "W" } as const;
    const scrap = { verb: "scrap", code: "a", at: "2026-03-01", by: "yard" } as const;
    expect(itemsOf([make, fit, twice, scrap])).toEqual([
      ["conflict", "2", null],
      ["unlicensed", "3", null],
    ]);
  });
});
