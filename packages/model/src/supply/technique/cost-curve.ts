import { toLce } from "../../chain/index.ts";
import { convertFigure, type Figure } from "../../register/index.ts";
import type { DepositType } from "./fit.ts";

/** Tonnes of LCE that one tonne of what a cost is counted per holds; concentrate has no fixed content, so its cost has no place on the curve. */
const substances: Readonly<Record<string, string | null>> = {
  li: "Li",
  lce: "Li2CO3",
  hydroxide: "LiOH.H2O",
  concentrate: null,
};

/** A cost in USD per tonne LCE, in the middle of its bounds; null where its basis holds no known amount of lithium. [DE3] */
export function costPerLce(cost: Figure | null | undefined): number | null {
  const substance = substances[cost?.basis ?? ""];
  const amount = middleOf(cost);
  if (!substance || amount === null) return null;
  const held = toLce("1", "t", substance);
  return held.ok ? amount / held.value.toNumber() : null;
}

function middleOf(figure: Figure | null | undefined): number | null {
  if (!figure) return null;
  const numbers = [figure.value ?? figure.low, figure.value ?? figure.high].flatMap((text) =>
    text === null ? [] : [Number(text)],
  );
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

export type Costed = {
  readonly key: string;
  readonly type: DepositType;
  readonly cost: Figure | null;
  readonly capacity: Figure | null;
};
/** One step: from `start`, `width` kt LCE a year at `cost` USD per tonne LCE. */
export type CostStep = Costed & { readonly usd: number; readonly start: number; readonly width: number };

/** Deposits from cheap to dear, each as wide as its yearly capacity, on the one basis; `left` counts those without cost, basis or capacity. [DE3] */
export function costCurve<T extends Costed>(
  deposits: readonly T[],
): { readonly steps: readonly (T & CostStep)[]; readonly left: number } {
  const known = deposits.flatMap((one) => {
    const usd = costPerLce(one.cost);
    const amount = one.capacity?.value
      ? convertFigure(one.capacity.value, one.capacity.unit.replace(/\/a$/, ""), "kt LCE")
      : null;
    const width = amount?.ok ? amount.value.toNumber() : null;
    return usd === null || width === null || width <= 0 ? [] : [{ ...one, usd, width }];
  });
  let start = 0;
  const steps = known
    .toSorted((one, other) => one.usd - other.usd)
    .map((one) => {
      const step = { ...one, start };
      start += one.width;
      return step;
    });
  return { steps, left: deposits.length - steps.length };
}
