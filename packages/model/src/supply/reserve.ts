import { shiftDate } from "../calendar/index.ts";

/** What happens to a stock. A rotation sends old goods out and takes as much new in, on one day. [RS1] */
export const reserveMoves = ["in", "out", "rotate", "loss"] as const;
export type ReserveMove = (typeof reserveMoves)[number];
/** Moves that rest on a decision of the group. */
export const decidedMoves: ReadonlySet<ReserveMove> = new Set(["out", "rotate"]);
/** Products that are held: all of them have a known content of lithium. */
export const reserveProducts = ["carbonate", "hydroxide", "chloride", "metal"] as const;
export type ReserveProduct = (typeof reserveProducts)[number];

/** A move as it was entered; `tonnes` of the product, `on` an ISO day. */
export type ReserveEntry = { readonly kind: ReserveMove; readonly tonnes: number; readonly on: string };

export type ReserveState = {
  readonly tonnes: number;
  /** The day from which the oldest goods are; null while nothing is there. */
  readonly since: string | null;
};

/**
 * What lies in a stock after its moves, in the order of their days. Goods leave oldest first, so the age is that of the oldest that are
 * left. [RS1]
 * @example stateOfReserve([{ kind: "in", tonnes: 10, on: "2026-01-01" }]) // { tonnes: 10, since: "2026-01-01" }
 */
export function stateOfReserve(entries: readonly ReserveEntry[]): ReserveState {
  const lots: { tonnes: number; on: string }[] = [];
  const take = (tonnes: number) => {
    let left = tonnes;
    while (left > 0 && lots[0]) {
      const taken = Math.min(left, lots[0].tonnes);
      lots[0].tonnes -= taken;
      left -= taken;
      if (lots[0].tonnes <= 1e-9) lots.shift();
    }
  };
  for (const { kind, tonnes, on } of entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (kind !== "in") take(tonnes);
    if (kind === "in" || kind === "rotate") lots.push({ tonnes, on });
  }
  return { tonnes: lots.reduce((sum, lot) => sum + lot.tonnes, 0), since: lots[0]?.on ?? null };
}

/**
 * The most that a move may take on a day so that the stock is below nothing on no day, that one or a later one; goods that come in are not
 * limited. [RS1]
 */
export function mostToTake(entries: readonly ReserveEntry[], kind: ReserveMove, on: string): number {
  if (kind === "in") return Number.POSITIVE_INFINITY;
  const heldOn = (day: string) =>
    entries
      .filter((entry) => entry.on <= day)
      .reduce(
        (sum, { kind: was, tonnes }) => sum + (was === "in" ? tonnes : was === "rotate" ? 0 : -tonnes),
        0,
      );
  // What is rotated comes back on the same day, so later days do not limit it.
  const days = kind === "rotate" ? [on] : [on, ...entries.map((entry) => entry.on).filter((day) => day > on)];
  return Math.max(0, Math.min(...days.map(heldOn)));
}

/** The day by which the oldest goods of a stock must be rotated; null while nothing is there or nothing spoils. [RS3] */
export const rotateBy = ({ since }: ReserveState, shelfLifeDays: number | null): string | null =>
  since === null || shelfLifeDays === null ? null : shiftDate(since, shelfLifeDays);

/** Bounds of days of cover, the only thing about stocks that leaves the room. [RS2] */
const coverBounds = [0, 15, 30, 60, 90] as const;
export type CoverBand = { readonly low: number; readonly high: number | null };

/**
 * Days of cover as a band, so that no tonne can be told from it. [RS2]
 * @param lce t LCE in store
 * @param daily t LCE that are used a day
 * @returns null where nobody knows the use
 * @example coverBand(2500, 100) // { low: 15, high: 30 }
 */
export function coverBand(lce: number, daily: number): CoverBand | null {
  if (!(daily > 0)) return null;
  const days = lce / daily;
  const at = coverBounds.findLastIndex((bound) => days >= bound);
  return { low: coverBounds[at] ?? 0, high: coverBounds[at + 1] ?? null };
}
