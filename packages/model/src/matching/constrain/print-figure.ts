import type { Figure } from "../document.ts";

const signs = { "=": "", ">=": "≥ ", "<=": "≤ ", about: "≈ ", range: "" } as const;

/**
 * A figure in signs that both languages read. Reading it again gives the same figure. [MT5]
 * @example printFigure({ attribute: "d50", op: "range", value: "8", high: "15", unit: "µm", hard: true }) // "8–15 µm"
 */
export function printFigure(figure: Pick<Figure, "op" | "value" | "high" | "unit">): string {
  const dash = figure.high?.startsWith("-") ? "~" : "–";
  const number =
    figure.op === "range" && figure.high !== undefined
      ? `${figure.value}${dash}${figure.high}`
      : figure.value;
  const unit = figure.unit === "1" || figure.unit.startsWith("TRL") ? "" : ` ${figure.unit}`;
  return `${signs[figure.op]}${number}${unit}`;
}
