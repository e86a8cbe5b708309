const number = /^[≈~约]?\d[\d,.]*(?:\s?[-~–至]\s?\d[\d,.]*)?$/;
/** A cell that can be a unit: no digit but that of a power, and no sentence. */
const unitCell = /^(?:[^\d,，。;；]|[m㎡][²³23]){1,12}$/;

/**
 * What a table tells in the columns and rows whose head meets a pattern: of a column each number, 数量（吨） | 480; of a row the whole line,
 * with its unit in the second cell where it has one, 月产能 | 吨 | 250 | 1200. A number that the text holds elsewhere too is told by its line. [PO11]
 * @param text in its plain form
 * @example listTabled("月产能\t吨\t250\t1200", /产能 ?\(吨\)$/) // ["月产能\t吨\t250\t1200"]
 */
export function listTabled(text: string, heads: RegExp): readonly string[] {
  let head: { readonly at: number; readonly cells: number } | undefined;
  return text.split("\n").flatMap((line) => {
    const cells = line.split(/[|\t]/).map((cell) => cell.trim());
    if (cells.length < 2) {
      head = undefined;
      return [];
    }
    if (isRow(cells, heads)) return [line.trim()];
    const at = cells.findIndex((cell) => heads.test(cell));
    if (at >= 0) head = { at, cells: cells.length };
    else if (head !== undefined && cells.length !== head.cells) head = undefined;
    const told = cells[head?.at ?? -1] ?? "";
    if (!number.test(told)) return [];
    return [text.split(told).length === 2 ? told : line.trim()];
  });
}

function isRow([name = "", unit = "", ...values]: readonly string[], heads: RegExp): boolean {
  const named = unitCell.test(unit) ? `${name} (${unit})` : name;
  const numbers = unitCell.test(unit) ? values : [unit, ...values];
  return heads.test(named) && numbers.some((cell) => number.test(cell));
}
