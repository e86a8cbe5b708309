/** dashed: a way that is wished for; dotted: where things would lead. */
export type Stroke = "solid" | "dashed" | "dotted";

/** A pattern in widths of the line that it is drawn with. */
const patterns = { dashed: [3, 2], dotted: [0.75, 2] } as const;

/**
 * The dashes of a line of so many pixels, the same in every chart; undefined where it is drawn through.
 * @example dashesOf("dashed", 2) // "6 4"
 */
export function dashesOf(stroke: Stroke, width: number): string | undefined {
  return stroke === "solid" ? undefined : patterns[stroke].map((part) => part * width).join(" ");
}
