import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  appendEvents,
  asKnownOn,
  canonicalText,
  type DatedEvent,
  type FoldRules,
  foldEvents,
  listConflicts,
  openBook,
} from "./index.ts";

type Step = DatedEvent & { readonly verb: string };
type State = { readonly seen: string; readonly place: string };

/** A small machine: made, then fitted and removed in turn; everything that applies leaves its letter. */
const machine: FoldRules<State, Step> = {
  initial: { seen: "", place: "none" },
  apply: ({ seen, place }, { verb, id }) => {
    const allowed: Record<string, string> = { make: "none", fit: "made", remove: "fitted" };
    const next: Record<string, string> = { make: "made", fit: "fitted", remove: "made" };
    if (allowed[verb] !== place) return { conflict: `${verb} from ${place}` };
    return { state: { seen: seen + id, place: next[verb] ?? place } };
  },
};
const step = (
  id: string,
  verb: string,
  occurred: number,
  recorded = occurred,
  more: Partial<Step> = {},
): Step => ({
  id,
  verb,
  occurred,
  recorded,
  rank: verb === "make" ? 0 : 1,
  hash: `h${id}`,
  ...more,
});

describe("a fold of events", () => {
  it("[EN10] orders by occurred, then rank, then hash: made and fitted on one day do not swap", () => {
    const events = [step("f", "fit", 5, 5, { hash: "a" }), step("m", "make", 5, 6, { hash: "z" })];
    expect(foldEvents(machine, events).state).toEqual({ seen: "mf", place: "fitted" });
  });

  it("[EN10] counts the same content once, the first that was recorded", () => {
    const twin = { ...step("f2", "fit", 10, 12), hash: "hf" };
    const { entries, state } = foldEvents(machine, [twin, step("m", "make", 0), step("f", "fit", 10)]);
    expect(state.seen).toBe("mf");
    expect(entries.find(({ event }) => event === twin)?.effect).toBe("duplicate");
    expect(canonicalText({ a: 1, b: { d: 2, c: [3] } })).toBe(canonicalText({ b: { c: [3], d: 2 }, a: 1 }));
  });

  it("[EN11] a correction takes the place of an event, a withdrawal takes it away, and either can be corrected", () => {
    const [made, wrong] = [step("m", "make", 0), step("w", "fit", 5, 6)];
    const right = step("r", "fit", 8, 9, { supersedes: ["w"] });
    expect(foldEvents(machine, [right, wrong, made]).state.seen).toBe("mr");
    const back = step("b", "fit", 8, 10, { supersedes: ["r"], withdraws: true });
    expect(foldEvents(machine, [back, right, wrong, made]).state.seen).toBe("mw");
    expect(foldEvents(machine, [back, right, wrong, made], { recordedUntil: 9 }).state.seen).toBe("mr");
  });

  it("[EN11] conflicts are reported and stop nothing", () => {
    const events = [
      step("m", "make", 0),
      step("w", "fit", 5),
      step("x", "fit", 6, 7, { supersedes: ["w"] }),
      step("y", "fit", 6, 8, { supersedes: ["w"] }),
      step("z", "remove", 9, 9, { supersedes: ["nobody"] }),
      step("a", "make", 1, 1, { supersedes: ["y"] }),
    ];
    const { state, entries } = foldEvents(machine, events);
    const told = listConflicts(entries).map(({ event, what }) => `${event.id}: ${what}`);
    expect(told).toEqual([
      "a: supersedes_later",
      "a: make from made",
      "x: superseded_twice",
      "y: superseded_twice",
      "y: fit from fitted",
      "z: unknown_reference",
    ]);
    expect(state.seen).toBe("mxz");
  });

  it("[EN12] shows a day as it was known on another day, and marks what came late", () => {
    const events = [step("m", "make", 0), step("r", "remove", 20, 20), step("f", "fit", 10, 30)];
    expect(foldEvents(machine, events, { recordedUntil: 29 }).state.place).toBe("made");
    expect(foldEvents(machine, events, { on: 10 }).state.place).toBe("fitted");
    expect(foldEvents(machine, events).entries.map(({ event, late }) => [event.id, late])).toEqual([
      ["m", false],
      ["f", true],
      ["r", false],
    ]);
    expect(asKnownOn(events, 20).map(({ id }) => id)).toEqual(["m", "r"]);
  });
});

const anySteps = fc
  .array(
    fc.record({
      verb: fc.constantFrom("make", "fit", "remove"),
      occurred: fc.integer({ min: 0, max: 6 }),
      recorded: fc.integer({ min: 0, max: 9 }),
      content: fc.integer({ min: 0, max: 12 }),
      target: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 3 }),
      withdraws: fc.boolean(),
    }),
    { maxLength: 10 },
  )
  .map((drawn) =>
    drawn.map(({ verb, occurred, recorded, content, target, withdraws }, at) =>
      step(`e${at}`, verb, occurred, recorded, {
        hash: `h${content}`,
        ...(target !== null && { supersedes: [`e${target}`], withdraws }),
      }),
    ),
  );

/** The rules of [EN10] and [EN11] once more, by looking everything up anew. */
function naiveFold(events: readonly Step[]): State {
  const before = (a: Step, b: Step) =>
    a.recorded < b.recorded || (a.recorded === b.recorded && `${a.hash} ${a.id}` < `${b.hash} ${b.id}`);
  const isFirst = (one: Step) => !events.some((other) => other.hash === one.hash && before(other, one));
  const firstOf = (id: string) => {
    const named = events.find((one) => one.id === id);
    return named && events.find((one) => one.hash === named.hash && isFirst(one));
  };
  const isVoid = (one: Step): boolean =>
    events.some(
      (other) =>
        isFirst(other) &&
        (other.supersedes ?? []).some((id) => firstOf(id) === one) &&
        before(one, other) &&
        !isVoid(other),
    );
  let state = machine.initial;
  const rest = events.filter((one) => isFirst(one) && !isVoid(one) && !one.withdraws);
  while (rest.length > 0) {
    const least = rest.reduce((a, b) => {
      const [x, y] = [a, b].map((one) => [one.occurred, one.rank ?? 0, one.hash, one.id] as const);
      for (let at = 0; at < 4; at++) if (x?.[at] !== y?.[at]) return (x?.[at] ?? 0) < (y?.[at] ?? 0) ? a : b;
      return a;
    });
    rest.splice(rest.indexOf(least), 1);
    state = machine.apply(state, least).state ?? state;
  }
  return state;
}

describe("any events", () => {
  it("[EN10] give the same fold in every order of arrival, and that of the naive one", () => {
    const shuffled = anySteps.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, arrived]) => {
        const folded = foldEvents(machine, events);
        expect(foldEvents(machine, arrived)).toEqual(folded);
        expect(folded.state).toEqual(naiveFold(events));
      }),
      { numRuns: 400 },
    );
  });

  it("[EN13] appended in any pieces, through a snapshot, are what a fold over all gives", () => {
    const long = fc.tuple(
      anySteps,
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 80, maxLength: 150 }),
    );
    fc.assert(
      fc.property(long, fc.array(fc.nat(200), { maxLength: 4 }), ([few, times], cuts) => {
        const many = times.map((occurred, at) => step(`t${at}`, at % 2 ? "fit" : "remove", occurred, at));
        const events = [...few, ...many];
        const ends = [...cuts.filter((cut) => cut < events.length).sort((a, b) => a - b), events.length];
        let book = openBook(machine);
        let from = 0;
        for (const end of ends) {
          book = appendEvents(machine, book, events.slice(from, end));
          from = end;
        }
        const { state, entries } = foldEvents(machine, events);
        expect({ state: book.state, entries: book.entries }).toEqual({ state, entries });
        const restored = JSON.parse(JSON.stringify(book)) as typeof book;
        const more = [step("late", "make", -1, 400)];
        expect(appendEvents(machine, restored, more).state).toEqual(
          foldEvents(machine, [...events, ...more]).state,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("[EN12] a day as known later differs only by what was recorded in between", () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 0, max: 9 }), (events, day) => {
        const known = events.filter(({ recorded }) => Number(recorded) <= day);
        expect(foldEvents(machine, events, { recordedUntil: day })).toEqual(foldEvents(machine, known));
      }),
    );
  });
});

describe("the status of a policy on a day, built on the fold", () => {
  type Act = DatedEvent & { readonly type: string; readonly until?: string };
  type Policy = { readonly type: string; readonly until?: string };
  const acts: readonly Act[] = [
    ["proposed", "2025-01-10"],
    ["consultation_opened", "2025-02-01"],
    ["consultation_closed", "2025-03-01"],
    ["issued", "2025-05-01"],
    ["in_force", "2025-06-01"],
    ["suspended", "2025-09-01", "2026-03-01"],
  ].map(([type = "", on = "", until]) => ({
    id: type,
    type,
    occurred: on,
    recorded: on,
    hash: canonicalText({ type, on }),
    ...(until !== undefined && { until }),
  }));
  const rules: FoldRules<Policy, Act> = {
    initial: { type: "none" },
    apply: (_, { type, until }) => ({ state: { type, ...(until !== undefined && { until }) } }),
  };

  /** Days, not events, end a suspension: the state keeps its end and the reader asks it. */
  function statusOn(on: string): string {
    const { type, until } = foldEvents(rules, acts, { on }).state;
    if (type === "suspended") return until !== undefined && until <= on ? "effect_unconfirmed" : type;
    return type === "issued" ? "issued_not_in_force" : type;
  }

  it.each([
    ["2025-05-15", "issued_not_in_force"],
    ["2025-06-01", "in_force"],
    ["2025-10-01", "suspended"],
    ["2026-02-28", "suspended"],
    ["2026-04-01", "effect_unconfirmed"],
  ])("[EN10] on %s it is %s", (on, status) => {
    expect(statusOn(on)).toBe(status);
  });
});
