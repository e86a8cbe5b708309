import type { Decimal } from "decimal.js";
import type { Point } from "./pace.ts";
import { type ProgressStatus, scoreOfRatio } from "./status.ts";

/** Both paces stand side by side; `disagree` where they lead to two statuses. `now`: the observation that was judged. */
export type Progress = {
  readonly now: Point | null;
  readonly compoundRatio: Decimal | null;
  readonly linearRatio: Decimal | null;
  readonly compoundStatus: ProgressStatus;
  readonly linearStatus: ProgressStatus;
  readonly score: Decimal | null;
  readonly disagree: boolean;
};

export type Ratios = { readonly compound: Decimal | null; readonly linear: Decimal | null };

/** A status by both paces, or one by each. */
export function verdict(
  now: Point | null,
  ratios: Ratios | null,
  compoundStatus: ProgressStatus,
  linearStatus = compoundStatus,
): Progress {
  const { compound = null, linear = null } = ratios ?? {};
  return {
    now,
    compoundRatio: compound,
    linearRatio: linear,
    compoundStatus,
    linearStatus,
    score: scoreOfRatio(compound),
    disagree: compoundStatus !== linearStatus && compoundStatus !== "not_assessable",
  };
}
