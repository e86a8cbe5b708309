/** Bounds farther apart than this say no more than that something is withheld. */
const widest = 4;

/**
 * Whether the bounds of a withheld figure say something: not from nought, and the upper at most four times the lower (a proposal). [SK4]
 * @example boundsSay({ low: 0, high: 63 }) // false
 */
export const boundsSay = ({ low, high }: { readonly low: number; readonly high: number | null }): boolean =>
  low > 0 && high !== null && high <= low * widest;
