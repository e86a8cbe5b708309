import { formatUnit, type Locale } from "@lilink/i18n";
import { parseUnit } from "@lilink/model/chain";
import type { Choice } from "../workbook/sheet.ts";
import type { Block, TemplateReturn, Words } from "./template-return.ts";

/** The label of a unit, where it is read back as the same unit. */
export function labelUnit(unit: string, locale: Locale): string {
  const label = formatUnit(unit, locale);
  return parseUnit(label)?.id === unit ? label : unit;
}

/** Neighbouring rows that choose from the same list share one rule. */
export function listChoices(
  of: TemplateReturn,
  blocks: readonly Block[],
  labels: readonly (readonly string[])[],
  word: (words: Words) => string,
  locale: Locale,
): readonly Choice[] {
  const names = of.components.map(({ name }) => word(name));
  const choices: Choice[] = [];
  const open = new Map<number, { from: number; options: readonly string[] }>();
  const unitColumn = 3 + labels.length;
  const units = new Map(of.components.map((one) => [one, one.units.map((unit) => labelUnit(unit, locale))]));
  const asks = (row: Block, at: number) =>
    row.component === null || row.component.dimensions.includes(of.dimensions[at]?.id ?? "");
  const optionsAt = (row: Block, column: number): readonly string[] | null => {
    if (column === 1) return row.component === null ? names : null;
    if (column === unitColumn) return row.component ? (units.get(row.component) ?? null) : null;
    const at = column - 3;
    return row.open && at >= 0 && at < labels.length && asks(row, at) ? (labels[at] ?? null) : null;
  };
  const end = (column: number, to: number) => {
    const run = open.get(column);
    if (run) choices.push({ column, rows: [run.from, to], options: run.options });
    open.delete(column);
  };
  for (let column = 1; column <= unitColumn; column += 1) {
    let at = 0;
    for (const block of blocks) {
      if (block.rows === 0) continue;
      const options = optionsAt(block, column);
      if (options !== open.get(column)?.options) {
        end(column, at - 1);
        if (options && options.length > 0) open.set(column, { from: at, options });
      }
      at += block.rows;
    }
    end(column, at - 1);
  }
  return choices;
}
