import { shiftMonths } from "../calendar/index.ts";
import { machine, statesOf } from "../state/index.ts";

/** What the directory says of a body and a register can confirm. `paper`: what the paper says of it. */
export const bodyFacts = ["nameZh", "nameEn", "country", "province", "website", "paper"] as const;
export type BodyFact = (typeof bodyFacts)[number];

/** Who says a fact, the strongest first: the body itself once its claim is approved, a check in a register, the paper, whatever came last. [BD5] */
export const factBases = ["claim", "register", "paper", "newest"] as const;
export type FactBasis = (typeof factBases)[number];

export type Statement = {
  readonly value: string | null;
  readonly basis: FactBasis;
  /** The day on which it was said or checked, YYYY-MM-DD. */
  readonly on: string;
};

/** The facts that a body cannot change by itself, and so contests; `elsewhere` is a statement on another page. */
export const contestable = ["nameZh", "country", "paper", "elsewhere"] as const;
export type ContestedFact = (typeof contestable)[number];

/**
 * Which statement holds: the strongest basis, and of one basis the latest; of one day the one that was given last. [BD5]
 * @example chooseStatement([{ value: "A", basis: "paper", on: "2026-01-02" }, { value: "B", basis: "register", on: "2025-01-02" }])?.value // "B"
 */
export function chooseStatement<S extends Statement>(statements: readonly S[]): S | null {
  return statements.reduce<S | null>(
    (best, one) => (best === null || !isWeaker(one, best) ? one : best),
    null,
  );
}

function isWeaker(one: Statement, than: Statement): boolean {
  const [rank, other] = [factBases.indexOf(one.basis), factBases.indexOf(than.basis)];
  return rank > other || (rank === other && one.on < than.on);
}

/** The four questions behind the confidence in a fact; each that is answered with yes is a mark. [BD6] */
export const factMarks = ["ownWord", "inRegister", "agreed", "fresh"] as const;
export type FactMark = (typeof factMarks)[number];

/** So many months after it was last said or checked a fact is checked again: a proposal. What is disputed or rests on one weak word, sooner. */
const monthsOf: Readonly<Record<FactBasis, number>> = { claim: 24, register: 12, paper: 6, newest: 3 };
const monthsDisputed = 3;

export type Confidence = {
  readonly marks: readonly FactMark[];
  /** Two sources say different things. */
  readonly disputed: boolean;
  /** The day by which somebody looks again. */
  readonly nextCheckOn: string;
};

/**
 * How sure a fact is and when it is checked next, by all that is said about it. [BD6]
 * @example judgeFact([{ value: "A", basis: "paper", on: "2026-01-31" }], "2026-02-01").nextCheckOn // "2026-07-31"
 */
export function judgeFact(statements: readonly Statement[], today: string): Confidence {
  const held = chooseStatement(statements);
  if (!held) return { marks: [], disputed: false, nextCheckOn: today };
  const latest = factBases.flatMap(
    (basis) => chooseStatement(statements.filter((one) => one.basis === basis)) ?? [],
  );
  const same = latest.filter(({ value }) => value === held.value);
  const disputed = same.length < latest.length;
  const last =
    same
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? held.on;
  const nextCheckOn = shiftMonths(last, disputed ? monthsDisputed : monthsOf[held.basis]);
  const holds: Readonly<Record<FactMark, boolean>> = {
    ownWord: same.some(({ basis }) => basis === "claim"),
    inRegister: same.some(({ basis }) => basis === "register"),
    agreed: same.length > 1 && !disputed,
    fresh: today <= nextCheckOn,
  };
  return { marks: factMarks.filter((mark) => holds[mark]), disputed, nextCheckOn };
}

/** A body says that something about it is wrong; an officer answers once, with evidence. [BD7] */
export const contestMachine = machine({
  name: "fact_contest",
  start: "open",
  states: { open: {}, upheld: { end: true }, refused: { end: true }, withdrawn: { end: true } },
  steps: {
    uphold: { from: ["open"], to: "upheld", who: "officer", reason: true },
    refuse: { from: ["open"], to: "refused", who: "officer", reason: true },
    withdraw: { from: ["open"], to: "withdrawn", who: "owner" },
  },
});
export const contestStates = statesOf(contestMachine);
export type ContestState = (typeof contestStates)[number];
