import { costOf, type Figure } from "@lilink/model/register";

export type Comparison = {
  /** Bars as shares of the larger of both. */
  readonly own: number;
  readonly rival: number;
  /** How much less it costs, in percent of the rival way; negative where it costs more. */
  readonly less: number;
};

/** Both costs beside each other, or null where one is missing. @example compareCosts(62 k, 71 k)?.less // 13 */
export function compareCosts(own: Figure | null, rival: Figure | null): Comparison | null {
  const [a, b] = [costOf(own), costOf(rival)];
  if (a === null || b === null) return null;
  const most = Math.max(a, b);
  if (!(most > 0) || b === 0) return null;
  return { own: a / most, rival: b / most, less: Math.round(((b - a) / b) * 100) };
}

const funnel = ["disclosed", "ip_cleared", "offered", "negotiating", "transferred"] as const;
export type FunnelState = (typeof funnel)[number];
const reached: Readonly<Record<string, FunnelState>> = { followed: "transferred", closed: "transferred" };

/** How many records have come as far as each state: whoever negotiates was offered before. */
export function toFunnel(
  states: readonly string[],
): readonly { readonly state: FunnelState; readonly count: number }[] {
  const at = states.map((state) => funnel.indexOf((reached[state] ?? state) as FunnelState));
  return funnel.map((state, index) => ({ state, count: at.filter((one) => one >= index).length }));
}

const stages = ["offered", "negotiating", "transferred", "followed", "closed"] as const;

/** The stations from the offer to what came of it, each passed one with its day: of the offer as its owner stated it, else as it was entered. Talks that failed are no station any more. [AC6] */
export function stagesOf(
  { state, offeredOn }: { readonly state: string; readonly offeredOn: string | null },
  life: readonly { readonly to: string; readonly at: Date }[],
): readonly {
  readonly state: (typeof stages)[number];
  readonly on: Date | string | null;
  readonly isNow: boolean;
}[] {
  const now = stages.indexOf(state as (typeof stages)[number]);
  return stages.map((stage, index) => ({
    state: stage,
    on:
      index > now
        ? null
        : ((stage === "offered" ? offeredOn : null) ?? life.findLast(({ to }) => to === stage)?.at ?? null),
    isNow: index === now,
  }));
}
