export type Label = { readonly x: number; readonly text: string };
export type LabelPlace = {
  readonly anchor: "start" | "middle" | "end";
  /** Below the line where positive, in units of the drawing. */
  readonly shift: number;
};

/** Above and below the line by turns, the nearest first. */
export const labelShifts = [-14, 30, -30, 46, -46] as const;
const gap = 8;

/** Units of the drawing at 12 to the letter: Han letters are wide, others about half of it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 12 : 6.8), 0);
}

/**
 * Where the labels of one line stand so that none covers another; `labels` from left to right, none outside `left` and `right`. Null for a
 * label that finds no place: its number in the table still tells it.
 */
export function placeLabels(
  labels: readonly Label[],
  { left, right }: { readonly left: number; readonly right: number },
): readonly (LabelPlace | null)[] {
  const ends = new Map<number, number>();
  return labels.map(({ x, text }) => {
    const width = widthOf(text);
    const anchor = x + width / 2 > right ? "end" : x - width / 2 < left ? "start" : "middle";
    const start = anchor === "end" ? x - width : anchor === "start" ? x : x - width / 2;
    const shift = labelShifts.find((one) => (ends.get(one) ?? Number.NEGATIVE_INFINITY) + gap <= start);
    if (shift === undefined) return null;
    ends.set(shift, start + width);
    return { anchor, shift };
  });
}
