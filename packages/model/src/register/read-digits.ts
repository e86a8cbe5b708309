import type { Figure, FigureField } from "./field.ts";

/**
 * A figure as it is read: one with decimals to the digits of its field, whole ones as they are. [RG7]
 * @example readDigits({ kind: "figure", units: ["kt Li/a"], digits: 3 }, { value: "22.5447", low: null, high: null, unit: "kt Li/a", basis: null }).value // "22.5"
 */
export function readDigits({ digits }: FigureField, figure: Figure): Figure {
  if (digits === undefined) return figure;
  const read = (text: string | null) => {
    const value = Number(text);
    if (text === null || !Number.isFinite(value) || Number.isInteger(value)) return text;
    const most = Math.max(digits, String(Math.trunc(Math.abs(value))).length);
    return String(Number(value.toPrecision(most)));
  };
  return { ...figure, value: read(figure.value), low: read(figure.low), high: read(figure.high) };
}
