/** Shares of the whole gap and of the whole effort, by what they are for. */
export type Shares = Readonly<Record<string, number>>;

export type EffortAgainstGap = {
  /** Half the sum of differences: 0 where effort goes as the gaps are, 1 where nothing meets. */
  readonly mismatch: number;
  /** A gap of more than a tenth that nobody works on. */
  readonly orphans: readonly string[];
  /** More than twice as much effort as gap. */
  readonly crowded: readonly string[];
};

export const orphanGap = 0.1;
export const crowdedRatio = 2;
const room = 1e-9;

/**
 * Sets what is done off against what is missing. [WL4]
 * @example weighEffort({ a: 0.5, b: 0.5 }, { a: 1 }) // { mismatch: 0.5, orphans: ["b"], crowded: [] }
 */
export function weighEffort(gap: Shares, effort: Shares): EffortAgainstGap {
  const ids = [...new Set([...Object.keys(gap), ...Object.keys(effort)])];
  const pairs = ids.map((id) => ({ id, gap: gap[id] ?? 0, effort: effort[id] ?? 0 }));
  return {
    mismatch: pairs.reduce((sum, one) => sum + Math.abs(one.effort - one.gap), 0) / 2,
    orphans: pairs.flatMap((one) => (one.gap > orphanGap + room && one.effort === 0 ? [one.id] : [])),
    crowded: pairs.flatMap((one) => (one.effort > crowdedRatio * one.gap + room ? [one.id] : [])),
  };
}
