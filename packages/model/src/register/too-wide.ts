import type { Figure, FigureField } from "./field.ts";

/**
 * Whether a figure is a range so wide that it tells too little to stand in an order. [RG7]
 * @example isTooWide(figure({ units: ["1"], widest: "0.5" }), { value: null, low: "0.3", high: "1", unit: "1", basis: null }) // true
 */
export function isTooWide({ widest }: Pick<FigureField, "widest">, { low, high }: Figure): boolean {
  return widest !== undefined && low !== null && high !== null && Number(high) - Number(low) > Number(widest);
}

/** Whether a list sorted by a figure has a place for this value. [RG7] */
export const isPlaced = (field: Pick<FigureField, "widest">, value: Figure | null): boolean =>
  value !== null && !isTooWide(field, value);
