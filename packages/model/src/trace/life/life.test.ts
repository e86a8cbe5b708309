import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CustodyEvent,
  findContradicted,
  groupEvents,
  judgeEvents,
  type LicenceKind,
  stepVerbs,
  type World,
} from "../index.ts";
import vectors from "../testing/custody.vectors.json" with { type: "json" };

type Licence = {
  readonly org: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number | null;
};

const worldOf = (licences: readonly Licence[]): World => ({
  birthOf: () => 0,
  isOfficer: (body) => body === "OFFICER",
  isLicensed: (body, kinds: readonly LicenceKind[], at) =>
    licences.some(
      ({ org, kind, from, to }) =>
        org === body &&
        kinds.some((one) => one === kind) &&
        from <= Number(at) &&
        (to === null || Number(at) <= to),
    ),
});
const listed: readonly Licence[] = [
  { org: "K1", kind: "collect", from: 0, to: null },
  { org: "K2", kind: "collect", from: 0, to: 2002 },
  { org: "C1", kind: "cascade", from: 0, to: null },
  { org: "R1", kind: "recycle", from: 0, to: null },
  { org: "R2", kind: "recycle", from: 0, to: null },
  { org: "D1", kind: "dismantle", from: 0, to: null },
];
const world = worldOf(listed);
const life: readonly CustodyEvent[] = [
  { verb: "make", code: "U", at: 0, by: "M" },
  { verb: "fit", code: "U", at: 10, by: "A", vehicle: "V1" },
  { verb: "retire", code: "U", at: 2000, by: "A", vehicle: "V1" },
  { verb: "collect", code: "U", at: 2003, by: "K1" },
];
const last = (events: readonly CustodyEvent[]) => judgeEvents(events, world).verdicts.at(-1);
const testOf = (energyShare: number, at = 2010): CustodyEvent => ({
  verb: "test",
  code: "U",
  at,
  by: "L1",
  energyShare,
});
const recode: CustodyEvent = { verb: "recode", code: "S", origins: ["U"], at: 2020, by: "C1" };

describe("verdicts on what happened to a battery", () => {
  it.each(vectors.cases.map((one) => [one.id, one.what, one] as const))("[TR13] %s: %s", (_, __, one) => {
    const shift = one.before.length;
    const events = one.events.map((event) =>
      "corrects" in event ? { ...event, corrects: Number(event.corrects) + shift } : event,
    );
    const judged = judgeEvents([...one.before, ...events] as CustodyEvent[], worldOf(one.licences));
    expect(judged.verdicts.slice(shift)).toEqual(one.expect);
    for (const [code, state] of Object.entries(one.state ?? {}))
      expect(judged.lives.get(code)?.state).toBe(state);
  });

  it("[TR15] eighty percent is not below eighty percent", () => {
    expect(last([...life, testOf(0.7999), recode])).toBe("ok");
    const { verdicts, lives } = judgeEvents([...life, testOf(0.8), recode], world);
    expect(verdicts.at(-1)).toBe("impossible");
    expect(lives.get("U")?.state).toBe("returned_to_use");
    expect(lives.has("S")).toBe(false);
  });

  it("[TR15] a test holds for 180 days, and only until the battery is used again", () => {
    expect(last([...life, testOf(0.7, 1840 + 163), { ...recode, at: 2183 }])).toBe("ok");
    expect(last([...life, testOf(0.7, 2003), { ...recode, at: 2184 }])).toBe("gap");
  });

  it("[TR15] a ternary battery needs a reason for cascade use", () => {
    const ternary = life.map((event) => (event.verb === "make" ? { ...event, chemistry: "E" } : event));
    expect(last([...ternary, testOf(0.7), recode])).toBe("needs_reason");
    expect(last([...ternary, testOf(0.7), { ...recode, reason: "no_lfp" }])).toBe("ok");
  });

  it("[TR15] the letter of the code says ternary, whatever events say or leave out", () => {
    const lettered = (letter: string, chemistry?: string) => {
      const code = `ZZ1P${letter}01A1B2C3DC5H0000001`;
      const named = [...life, testOf(0.7)].map((event) => ({
        ...event,
        code,
        ...(chemistry && { chemistry }),
      }));
      return last([...named, { ...recode, origins: [code] }]);
    };
    expect(["A", "B", "C", "D", "F", "G", "Z"].map((letter) => lettered(letter))).toEqual(
      Array(7).fill("ok"),
    );
    expect(lettered("E")).toBe("needs_reason");
    expect(lettered("E", "lfp")).toBe("needs_reason");
    expect(lettered("B", "ternary")).toBe("needs_reason");
  });

  it("[TR15] a test counts where its laboratory was accredited on that day, as a closed gate too", () => {
    const accredited: World = { ...world, isAccredited: (body, at) => body === "L1" && Number(at) <= 2010 };
    const judge = (...events: readonly CustodyEvent[]) =>
      judgeEvents([...life, ...events, recode], accredited).verdicts.at(-1);
    const elsewhere = { ...testOf(0.9), by: "L2" };
    expect(judge(testOf(0.7))).toBe("ok");
    expect(judge(testOf(0.7, 2011))).toBe("gap");
    expect(judge({ ...testOf(0.7), by: "L2" })).toBe("gap");
    expect(judge(testOf(0.8))).toBe("impossible");
    expect(judge(elsewhere)).toBe("gap");
    expect(judge(testOf(0.7), { ...elsewhere, at: 2012 })).toBe("ok");
  });

  it("[TR14] a licence counts on the day of the event, its last day included", () => {
    const at = (day: number): readonly CustodyEvent[] => [
      ...life.slice(0, 3),
      { verb: "collect", code: "U", at: day, by: "K2" },
    ];
    expect(last(at(2002))).toBe("ok");
    expect(last(at(2003))).toBe("unlicensed");
  });

  it("[TR13] what is spent twice, collected twice or given away twice stands as a conflict", () => {
    const spent: readonly CustodyEvent[] = [
      ...life,
      { verb: "dismantle", code: "U", at: 2010, by: "D1" },
      { verb: "batch_in", code: "U", at: 2020, by: "R1", batch: "B1" },
    ];
    expect(last([...spent, { verb: "batch_in", code: "U", at: 2021, by: "R2", batch: "B2" }])).toBe(
      "conflict",
    );
    expect(last([...life, { verb: "collect", code: "U", at: 2004, by: "K1" }])).toBe("conflict");
    const give = (to: string, at: number): CustodyEvent => ({
      verb: "transfer",
      code: "U",
      at,
      by: "K1",
      to,
    });
    expect(last([...life, give("D1", 2005), give("R1", 2006)])).toBe("conflict");
  });

  it("[TR13] an event in conflict names the earlier one that it contradicts, and none where it contradicts what was filed", () => {
    const contradicts = (...events: readonly CustodyEvent[]) => {
      const told = [...life, ...events];
      const entries = told.map((event, at) => ({ event, hash: `h${at}`, corrects: null }));
      const { flags } = judgeEvents(
        told,
        world,
        entries.map(({ hash }) => hash),
      );
      return [...findContradicted(entries, flags)];
    };
    const give = (to: string, at: number) => ({ verb: "transfer", code: "U", at, by: "K1", to }) as const;
    expect(contradicts()).toEqual([]);
    expect(contradicts({ verb: "fit", code: "U", at: 20, by: "B", vehicle: "V2" })).toEqual([["h4", "h1"]]);
    expect(contradicts({ verb: "collect", code: "U", at: 2004, by: "K1" })).toEqual([["h4", "h3"]]);
    expect(contradicts(give("D1", 2005), give("R1", 2006))).toEqual([["h5", "h4"]]);
    const parts = {
      verb: "dismantle",
      code: "U",
      at: 2010,
      by: "D1",
      children: ["a", "b"],
      filed: 1,
    } as const;
    expect(contradicts(parts)).toEqual([]);
  });

  it("[TR13] children that nobody accounts for are a gap, more than were filed a conflict", () => {
    const apart = (children: number, lost = 0): CustodyEvent => ({
      verb: "dismantle",
      code: "U",
      at: 2010,
      by: "D1",
      filed: 3,
      lost,
      children: Array.from({ length: children }, (_, at) => `M${at}`),
    });
    expect(last([...life, apart(3)])).toBe("ok");
    expect(last([...life, apart(2, 1)])).toBe("ok");
    expect(last([...life, apart(2)])).toBe("gap");
    expect(last([...life, apart(4)])).toBe("conflict");
    expect(judgeEvents([...life, apart(3)], world).lives.get("M1")?.state).toBe("collected");
  });

  it("[TR18] a vehicle that is scrapped with its battery inside leaves a gap; one without does not", () => {
    const scrapped: CustodyEvent = { verb: "vehicle_scrap", code: "U", at: 3000, by: "A", vehicle: "V1" };
    expect(last([...life.slice(0, 2), scrapped])).toBe("gap");
    expect(last([...life, scrapped])).toBe("ok");
  });

  it("[TR16] only its reporter or an officer takes an event back, and a correction can be taken back too", () => {
    const undo = (by: string, corrects = 1): CustodyEvent => ({
      verb: "correct",
      code: "U",
      at: 2100,
      by,
      corrects,
      reason: "did_not_occur",
    });
    const two = life.slice(0, 2);
    const stateOf = (events: readonly CustodyEvent[]) => judgeEvents(events, world).lives.get("U")?.state;
    expect(stateOf([...two, undo("A")])).toBe("made");
    expect(stateOf([...two, undo("OFFICER")])).toBe("made");
    expect(stateOf([...two, undo("B")])).toBe("fitted");
    expect(last([...two, undo("B")])).toBe("impossible");
    expect(stateOf([...two, undo("A"), { ...undo("A", 2), at: 2101 }])).toBe("fitted");
  });

  it("[TR16] a correction that could not have happened corrects nothing", () => {
    const wrong: CustodyEvent = {
      verb: "correct",
      code: "U",
      at: 10,
      by: "A",
      corrects: 1,
      reason: "incorrect_data",
      instead: { verb: "fit", code: "U", at: -3, by: "A", vehicle: "V1" },
    };
    const judged = judgeEvents([...life.slice(0, 2), wrong], world);
    expect(judged.verdicts).toEqual(["ok", "ok", "impossible"]);
    expect(judged.lives.get("U")?.state).toBe("fitted");
  });
});

const anyEvent: fc.Arbitrary<CustodyEvent> = fc.record(
  {
    verb: fc.constantFrom(...stepVerbs),
    code: fc.constantFrom("U1", "U2", "S1"),
    at: fc.integer({ min: -1, max: 12 }),
    by: fc.constantFrom("K1", "C1", "R1", "D1", "A"),
    to: fc.constantFrom("K1", "X9"),
    vehicle: fc.constantFrom("V1", "V2"),
    origins: fc.subarray(["U1", "U2"]),
    children: fc.subarray(["U2", "S1"]),
    energyShare: fc.constantFrom(0.5, 0.8, 0.9),
    step: fc.integer({ min: 0, max: 4 }),
    reason: fc.constantFrom("", "no_demand"),
  },
  { requiredKeys: ["verb", "code", "at", "by"] },
);

describe("any events", () => {
  it("[TR11] make the same lives and verdicts in every order of arrival, late and duplicate aside", () => {
    const shuffled = fc
      .array(anyEvent, { maxLength: 14 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      );
    fc.assert(
      fc.property(shuffled, ([events, arrived]) => {
        const [one, other] = [judgeEvents(events, world), judgeEvents(arrived, world)];
        expect([...other.lives].sort()).toEqual([...one.lives].sort());
        const grave = (list: readonly CustodyEvent[], judged: typeof one) =>
          list
            .map((event, at) =>
              JSON.stringify([
                event,
                judged.flags[at]?.filter((flag) => flag !== "late" && flag !== "duplicate"),
              ]),
            )
            .filter((_, at) => judged.verdicts[at] !== "duplicate")
            .sort();
        expect(grave(arrived, other)).toEqual(grave(events, one));
      }),
      { numRuns: 300 },
    );
  });

  it("[TR12] a re-send changes nothing, and what is impossible leaves every life as it was", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), (events) => {
        const once = judgeEvents(events, world);
        const twice = judgeEvents([...events, ...events], world);
        expect([...twice.lives]).toEqual([...once.lives]);
        const possible = events.filter((_, at) => once.verdicts[at] !== "impossible");
        expect([...judgeEvents(possible, world).lives].sort()).toEqual([...once.lives].sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe("groups of events", () => {
  it("[TR10] groups share no battery, and each judged by itself gives what all give together", () => {
    const anyEvent = fc.record({
      verb: fc.constantFrom(
        "make",
        "fit",
        "retire",
        "collect",
        "test",
        "dismantle",
        "recode",
      ) as fc.Arbitrary<"make" | "fit">,
      code: fc.constantFrom("a", "b", "c", "d", "e"),
      at: fc.nat(20),
      by: fc.constantFrom("x", "y"),
      children: fc.subarray(["c", "d"]),
      origins: fc.subarray(["a", "b"]),
    });
    const world = { birthOf: () => null, isLicensed: () => true };
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        const together = judgeEvents(events, world);
        for (const group of groupEvents(events, (event) => event)) {
          const alone = judgeEvents(group, world);
          for (const [at, event] of group.entries())
            expect(alone.flags[at]).toEqual(together.flags[events.indexOf(event)]);
        }
      }),
    );
  });
});
