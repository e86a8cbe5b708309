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

/** What counts as effort at a node. A need asks for some and is none. */
export const effortKinds = ["capability", "project", "call", "laboratory", "platform"] as const;
export type EffortKind = (typeof effortKinds)[number];
/** How many things of each kind stand at a node; kinds of which there are none are left out. */
export type EffortCounts = Readonly<Partial<Record<EffortKind | "need", number>>>;
/** The same of each node at which anything stands. */
export type ChainEffort = Readonly<Record<string, EffortCounts>>;

const orphanGap = 0.1;
const crowdedRatio = 2;
const room = 1e-9;
/** One project alone crowds nothing, however few there are elsewhere. */
export const fewestCrowding = 3;

/**
 * Sets what is done off against what is missing. [WL4]
 * @param orphan the share of the gap above which a link without effort is an orphan; where there are more than ten links, an even share
 * @example weighEffort({ a: 0.5, b: 0.5 }, { a: 1 }) // { mismatch: 0.5, orphans: ["b"], crowded: [] }
 */
export function weighEffort(gap: Shares, effort: Shares, orphan = orphanGap): EffortAgainstGap {
  const ids = [...new Set([...Object.keys(gap), ...Object.keys(effort)])];
  const pairs = ids.map((id) => ({ id, gap: gap[id] ?? 0, effort: effort[id] ?? 0 }));
  return {
    mismatch: pairs.reduce((sum, one) => sum + Math.abs(one.effort - one.gap), 0) / 2,
    orphans: pairs.flatMap((one) => (one.gap > orphan + room && one.effort === 0 ? [one.id] : [])),
    crowded: pairs.flatMap((one) => (one.effort > crowdedRatio * one.gap + room ? [one.id] : [])),
  };
}

/** Amounts as shares of their sum; all are 0 where the sum is. */
export function toShares(amounts: Shares): Shares {
  const total = Object.values(amounts).reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(Object.entries(amounts).map(([id, one]) => [id, total > 0 ? one / total : 0]));
}

/** How a node stands beside the others: its shares of all gaps and of all effort, and whether it has too little or too much. */
export type NodeEffort = {
  readonly gap: number;
  readonly effort: number;
  readonly counts: EffortCounts;
  readonly verdict: "orphan" | "crowded" | null;
};

/**
 * Sets the effort at nodes off against their gaps. A gap above a tenth, or above an even share of more than ten nodes, is an orphan where
 * there is no effort; fewer than three things crowd nothing. [WL4]
 * @param gaps how weak each node is, 0 to 1
 */
export function weighNodes(
  gaps: Shares,
  effort: ChainEffort,
): { readonly mismatch: number; readonly of: Readonly<Record<string, NodeEffort>> } {
  const nodes = Object.keys(gaps);
  const items = Object.fromEntries(nodes.map((node) => [node, itemsOf(effort[node])]));
  const [gap, share] = [toShares(gaps), toShares(items)];
  const even = 1 / Math.max(1, nodes.length);
  const { mismatch, orphans, crowded } = weighEffort(gap, share, Math.min(orphanGap, even));
  const verdictOf = (node: string) =>
    orphans.includes(node)
      ? "orphan"
      : crowded.includes(node) && (items[node] ?? 0) >= fewestCrowding
        ? "crowded"
        : null;
  return {
    mismatch,
    of: Object.fromEntries(
      nodes.map((node) => [
        node,
        {
          gap: gap[node] ?? 0,
          effort: share[node] ?? 0,
          counts: effort[node] ?? {},
          verdict: verdictOf(node),
        },
      ]),
    ),
  };
}

const itemsOf = (counts: EffortCounts = {}) =>
  effortKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
