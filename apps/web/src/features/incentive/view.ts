import {
  type IncentiveClaimState,
  type IncentiveDecision,
  incentiveClaimMachine,
} from "@lilink/model/incentive";
import type { Tone } from "@lilink/ui";

type Money = {
  readonly budget: number;
  readonly bound: number | null;
  readonly paid: number | null;
};
export type BudgetPart = {
  readonly name: "paid" | "reserved" | "bound" | "left";
  readonly amount: number;
  /** In percent of the budget. */
  readonly share: number;
};

/** The parts of a budget that the reader may know, in the order of the bar; none where even their sum is not told. */
export function partsOf({ budget, bound, paid }: Money): readonly BudgetPart[] {
  if (bound === null) return [];
  const part = (name: BudgetPart["name"], amount: number): BudgetPart => ({
    name,
    amount,
    share: budget > 0 ? Math.min(100, (amount / budget) * 100) : 0,
  });
  return [
    ...(paid === null
      ? [part("bound", bound)]
      : [part("paid", paid), part("reserved", Math.max(0, bound - paid))]),
    part("left", Math.max(0, budget - bound)),
  ];
}

/** Whether a sum is told that is not the exact one. */
export const isRounded = ({
  bound,
  exact,
}: {
  readonly bound: number | null;
  readonly exact: boolean;
}): boolean => bound !== null && !exact;

export const claimTone = {
  submitted: "warning",
  checked: "info",
  granted: "info",
  paid: "success",
  clawed_back: "danger",
  refused: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<IncentiveClaimState, Tone>;

/** Until it is granted, a body takes its claim back. */
export const isWithdrawable = (state: string): boolean =>
  incentiveClaimMachine.steps.withdraw.from.some((one) => one === state);

/** What an officer may do with a claim: nobody grants what they checked, and what breaks the terms is not checked. */
export function stepsFor(claim: {
  readonly state: string;
  readonly checkedByMe: boolean;
  readonly broken: readonly string[];
}): readonly IncentiveDecision[] {
  if (claim.state === "submitted") return claim.broken.length > 0 ? ["refuse"] : ["check", "refuse"];
  if (claim.state === "checked") return claim.checkedByMe ? ["refuse"] : ["grant", "refuse"];
  if (claim.state === "granted") return ["pay", "refuse"];
  return claim.state === "paid" ? ["clawBack"] : [];
}
