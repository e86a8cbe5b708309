import { createRandom } from "../../random/create-random.ts";

export type PanelReview = { readonly reviewer: string; readonly figure: number; readonly confidence: number };
export type PanelEntry = {
  readonly id: string;
  readonly asked: number;
  readonly reviews: readonly PanelReview[];
};
export type PanelLine = {
  readonly id: string;
  readonly count: number;
  readonly mean: number | null;
  readonly spread: number | null;
  /** Weighted by how sure each reviewer was. */
  readonly weighted: number | null;
  /** Without what each reviewer adds or takes everywhere. */
  readonly adjusted: number | null;
  /** In how many of the draws it is paid for. */
  readonly share: number;
  readonly isGrey: boolean;
};

const draws = 1000;
/** Between these shares the rank is not settled by the reviews, and the panel talks. */
export const greyZone = { low: 0.2, high: 0.8 } as const;

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/**
 * The rank list of a call, best first, by the mean of the reviews; what nobody reviewed comes last. Beside it the figure without the
 * habits of reviewers, and how often each is paid for when its reviews are drawn anew. [FU17]
 * @param seed of the draws: the same one gives the same list again
 */
export function rankPanel(
  entries: readonly PanelEntry[],
  budget: number,
  seed: number,
): readonly PanelLine[] {
  const effects = reviewerEffects(entries);
  const random = createRandom(seed);
  const paid = new Map(entries.map(({ id }) => [id, 0]));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = entries.map(({ id, asked, reviews }) => ({
      id,
      asked,
      mean:
        reviews.length === 0
          ? null
          : meanOf(reviews.map(() => reviews[Math.floor(random() * reviews.length)]?.figure ?? 0)),
    }));
    for (const id of payFor(drawn, budget)) paid.set(id, (paid.get(id) ?? 0) + 1);
  }
  return entries
    .map(({ id, reviews }): PanelLine => {
      const share = (paid.get(id) ?? 0) / draws;
      const figures = reviews.map(({ figure }) => figure);
      const none = { id, count: 0, mean: null, spread: null, weighted: null, adjusted: null };
      if (figures.length === 0) return { ...none, share, isGrey: false };
      const mean = meanOf(figures);
      const sure = reviews.reduce((sum, { confidence }) => sum + confidence, 0);
      return {
        id,
        count: figures.length,
        mean,
        spread:
          figures.length < 2
            ? null
            : Math.sqrt(figures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (figures.length - 1)),
        weighted: reviews.reduce((sum, { figure, confidence }) => sum + figure * confidence, 0) / sure,
        adjusted: meanOf(reviews.map(({ reviewer, figure }) => figure - (effects.get(reviewer) ?? 0))),
        share,
        isGrey: share >= greyZone.low && share <= greyZone.high,
      };
    })
    .sort(byMean);
}

const byMean = (
  a: { readonly id: string; readonly mean: number | null },
  b: { readonly id: string; readonly mean: number | null },
) => (b.mean ?? -1) - (a.mean ?? -1) || (a.id < b.id ? -1 : 1);

/** From the best on, each that what is left still covers. */
export function payFor(
  lines: readonly { readonly id: string; readonly asked: number; readonly mean: number | null }[],
  budget: number,
): readonly string[] {
  let left = budget;
  return lines
    .filter(({ mean }) => mean !== null)
    .toSorted(byMean)
    .flatMap(({ id, asked }) => {
      if (asked > left) return [];
      left -= asked;
      return [id];
    });
}

/** What each reviewer adds to every figure, by an additive fit of applications and reviewers; the effects sum to zero. [FU17] */
export function reviewerEffects(entries: readonly PanelEntry[]): ReadonlyMap<string, number> {
  const byReviewer = new Map<string, { readonly entry: number; readonly figure: number }[]>();
  for (const [entry, { reviews }] of entries.entries())
    for (const { reviewer, figure } of reviews)
      byReviewer.set(reviewer, [...(byReviewer.get(reviewer) ?? []), { entry, figure }]);
  const effects = new Map([...byReviewer.keys()].map((reviewer) => [reviewer, 0]));
  if (effects.size === 0) return effects;
  for (let round = 0; round < 200; round++) {
    const worth = entries.map(({ reviews }) =>
      reviews.length === 0
        ? 0
        : meanOf(reviews.map(({ reviewer, figure }) => figure - (effects.get(reviewer) ?? 0))),
    );
    for (const [reviewer, own] of byReviewer)
      effects.set(reviewer, meanOf(own.map(({ entry, figure }) => figure - (worth[entry] ?? 0))));
    const middle = meanOf([...effects.values()]);
    for (const [reviewer, effect] of effects) effects.set(reviewer, effect - middle);
  }
  return effects;
}
