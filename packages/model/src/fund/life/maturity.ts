import type { FieldFault } from "../../error/index.ts";

/** Readiness to make, as the paper's ladder has it; TRL stands beside it, since a high TRL is not readiness to make. [FU24] */
export const maturityLadder = ["lab", "pilot", "customer_verification", "bulk_supply"] as const;
export type MaturityRung = (typeof maturityLadder)[number];

export type MaturityStep = {
  readonly rung: MaturityRung;
  readonly trl: number;
  readonly reachedOn: string;
  readonly reason: string;
};

/** A rise of so many levels at once asks how. */
const steep = 3;

const order = (rung: MaturityRung) => maturityLadder.indexOf(rung);

/**
 * What a new step of maturity lacks after the last one: its day is not before that one, and whoever rises by three levels of TRL or more, skips a rung or
 * goes down says why. The first step may stand anywhere. [FU24]
 */
export function faultsOfMaturity(last: MaturityStep | null, next: MaturityStep): readonly FieldFault[] {
  if (last === null) return [];
  const early: readonly FieldFault[] =
    next.reachedOn < last.reachedOn ? [{ field: "reachedOn", rule: "endBeforeStart" }] : [];
  const rise = next.trl - last.trl;
  const climb = order(next.rung) - order(last.rung);
  const isOdd = rise >= steep || rise < 0 || climb > 1 || climb < 0;
  return isOdd && next.reason.trim() === ""
    ? [...early, { field: "reason", rule: "stepNeedsReason" }]
    : early;
}

/** The roles of CRediT (ANSI/NISO Z39.104-2022). [FU25] */
export const creditRoles = [
  "conceptualization",
  "data_curation",
  "formal_analysis",
  "funding_acquisition",
  "investigation",
  "methodology",
  "project_administration",
  "resources",
  "software",
  "supervision",
  "validation",
  "visualization",
  "writing_draft",
  "writing_review",
] as const;
export type CreditRole = (typeof creditRoles)[number];

export type Contributor = {
  readonly name: string;
  readonly roles: readonly CreditRole[];
  /** Percent of the output's credit. */
  readonly share: number;
};

/** Names nobody twice, and shares are 100 together; without contributors there is nothing to share. [FU25] */
export function faultsOfCredit(contributors: readonly Contributor[]): readonly FieldFault[] {
  if (contributors.length === 0) return [];
  const names = contributors.map(({ name }) => name.trim().toLowerCase());
  if (new Set(names).size < names.length) return [{ field: "contributors", rule: "duplicate" }];
  const sum = contributors.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 100) > 0.01
    ? [{ field: "contributors", rule: "sharesNotWhole", params: { sum } }]
    : [];
}

/** From here on two projects look like the same effort. A proposal. [FU26] */
export const sameEffort = 0.8;

/** The cosine of two bags of concepts, 0 to 1. @example cosineOf(["a", "b"], ["a"]) // 0.707… */
export function cosineOf(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [countsOf(one), countsOf(other)];
  const dot = [...a].reduce((sum, [key, count]) => sum + count * (b.get(key) ?? 0), 0);
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count ** 2, 0));
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
