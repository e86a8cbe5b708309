import type { PostingCounts, Stage } from "@lilink/model/chain";
import { type FlowGraph, type LinkId, loadStage } from "@lilink/model/chain";

/** The links through which material flows, from left to right. */
export const flowLinks = [
  "resource",
  "smelting",
  "materials",
  "recycling",
] as const satisfies readonly LinkId[];

const allLinks: readonly LinkId[] = flowLinks;

/** Heights in pixels, widths in thousandths of the picture. */
export const picture = { width: 1000, card: 205, head: 86, row: 36, foot: 8, lane: 26 } as const;
export const rowsAtMost = 5;
const gap = (picture.width - flowLinks.length * picture.card) / (flowLinks.length - 1);
export const cardHeight = picture.head + rowsAtMost * picture.row + picture.foot;
export const pictureHeight = cardHeight + 2 * picture.lane + 8;

export type StageCount = PostingCounts & { readonly stage: Stage; readonly total: number };
/** One row of a card: a stage, or what is left of a link with more stages than rows (`stage` null). */
export type CardRow = {
  readonly stage: Stage | null;
  readonly stages: readonly string[];
  readonly total: number;
};

/** The stages of a link, those with most postings; all others share the last row. The order of the chain stays. */
export function toCardRows(counts: readonly StageCount[], link: LinkId): readonly CardRow[] {
  const own = counts.filter(({ stage }) => stage.link === link);
  const shown = new Set(
    own.length <= rowsAtMost ? own : own.toSorted((a, b) => b.total - a.total).slice(0, rowsAtMost - 1),
  );
  const others = own.filter((one) => !shown.has(one));
  const rows = own
    .filter((one) => shown.has(one))
    .map(({ stage, total }): CardRow => ({ stage, stages: [stage.id], total }));
  if (others.length === 0) return rows;
  const total = others.reduce((sum, one) => sum + one.total, 0);
  return [...rows, { stage: null, stages: others.map(({ stage }) => stage.id), total }];
}

export const cardLeft = (index: number) => index * (picture.card + gap);
export const cardRight = (index: number) => cardLeft(index) + picture.card;

export type Ribbon = {
  readonly key: string;
  readonly link: LinkId;
  readonly path: string;
  readonly width: number;
};

/** Material from each card to the next, row to row, as thick as the kinds of material that take the way. */
export function layOutRibbons(
  flow: Pick<FlowGraph, "stageFlows">,
  cards: readonly (readonly CardRow[])[],
): Ribbon[] {
  const ways = new Map<string, { from: number; card: number; to: number; many: number; link: LinkId }>();
  for (const { from, to, kind, edges } of flow.stageFlows) {
    const card = allLinks.indexOf(loadStage(from).link);
    if (kind !== "forward" || card < 0 || loadStage(to).link !== flowLinks[card + 1]) continue;
    const rowOf = (at: number, stage: string) =>
      cards[at]?.findIndex(({ stages }) => stages.includes(stage)) ?? -1;
    const [start, end] = [rowOf(card, from), rowOf(card + 1, to)];
    const key = `${card}.${start}.${end}`;
    const known = ways.get(key);
    const many = (known?.many ?? 0) + edges.length;
    ways.set(key, { from: start, card, to: end, many, link: loadStage(from).link });
  }
  const middle = (row: number) => picture.head + (row + 0.5) * picture.row;
  return [...ways].map(([key, { from, card, to, many, link }]) => {
    const [x, end] = [cardRight(card), cardLeft(card + 1)];
    const bend = (x + end) / 2;
    const [y, endY] = [middle(from), middle(to)];
    return {
      key,
      link,
      path: `M${x} ${y} C${bend} ${y} ${bend} ${endY} ${end} ${endY}`,
      width: Math.min(14, 2 + 1.5 * many),
    };
  });
}

export type ReturnWay = {
  readonly to: "smelting" | "materials";
  readonly path: string;
  readonly arrow: { readonly x: number; readonly y: number };
  readonly label: { readonly x: number; readonly y: number };
};

/** What recycling gives back: down from its card, along a lane of its own, up into the card that takes it. */
export const returnWays: readonly ReturnWay[] = (["materials", "smelting"] as const).map((to, lane) => {
  const card = flowLinks.indexOf(to);
  const from = cardLeft(3) + picture.card * (0.35 + 0.3 * lane);
  const up = cardLeft(card) + picture.card * 0.5;
  const y = cardHeight + (lane + 0.75) * picture.lane;
  return {
    to,
    path: `M${from} ${cardHeight} V${y} H${up} V${cardHeight + 8}`,
    arrow: { x: up, y: cardHeight },
    label: { x: (cardRight(card) + cardLeft(card + 1)) / 2, y },
  };
});
