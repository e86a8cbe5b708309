import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const figuresPart = "xl/worksheets/sheet1.xml";

/** A person at a spreadsheet: types a value into the first row of a template and chooses the first of each of its lists. */
export function fillTemplate(template: Uint8Array, valueHeading: string, value: string): Buffer {
  const parts = unzipSync(template);
  const sheet = strFromU8(parts[figuresPart] ?? new Uint8Array());
  const lists = strFromU8(
    Object.entries(parts).find(([name]) => name === listPart(parts))?.[1] ?? new Uint8Array(),
  );
  const rules = [...sheet.matchAll(/sqref="([A-Z]+)(\d+):[A-Z]+(\d+)"><formula1>'_lists'!\$([A-Z]+)\$2/g)];
  const column = textCells(sheet).find(({ row, text }) => row === 1 && text === valueHeading)?.column;
  const row = [...sheet.matchAll(new RegExp(`<c r="${column}(\\d+)" s="\\d+"/>`, "g"))].map(([, at]) =>
    Number(at),
  )[0];
  if (!column || !row) throw new Error(`The template has no free row under ${valueHeading}.`);
  const filled = sheet.replace(
    new RegExp(`<c r="([A-Z]+)${row}" s="(\\d+)"/>`, "g"),
    (whole, at: string, style: string) => {
      const rule = rules.find(
        ([, where, from, to]) => where === at && Number(from) <= row && row <= Number(to),
      );
      const option = rule && textCells(lists).find((cell) => cell.column === rule[4] && cell.row === 2)?.text;
      const typed = at === column ? value : option;
      if (typed === undefined) return whole;
      return `<c r="${at}${row}" s="${style}" t="inlineStr"><is><t>${typed}</t></is></c>`;
    },
  );
  return Buffer.from(zipSync({ ...parts, [figuresPart]: strToU8(filled) }));
}

/** A person at a spreadsheet who writes under the headings of a template without rows, by column. */
export function writeUnder(template: Uint8Array, cells: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(template);
  const sheet = strFromU8(parts[figuresPart] ?? new Uint8Array());
  const headed = textCells(sheet);
  const typed = headed.flatMap(({ column, row, text }) =>
    text in cells ? [`<c r="${column}${row + 1}" t="inlineStr"><is><t>${cells[text]}</t></is></c>`] : [],
  );
  const row = (headed[0]?.row ?? 0) + 1;
  const filled = sheet.replace("</sheetData>", `<row r="${row}">${typed.join("")}</row></sheetData>`);
  return Buffer.from(zipSync({ ...parts, [figuresPart]: strToU8(filled) }));
}

/** A person at a spreadsheet who fills the cell under a heading in the row where a text stands. */
export function writeBeside(workbook: Uint8Array, heading: string, beside: string, value: string): Buffer {
  const parts = unzipSync(workbook);
  const sheet = strFromU8(parts[figuresPart] ?? new Uint8Array());
  const cells = textCells(sheet);
  const column = cells.find(({ text }) => text.startsWith(heading))?.column;
  const row = cells.find(({ text }) => text.includes(beside))?.row;
  if (!column || !row) throw new Error(`The workbook has no ${heading} beside ${beside}.`);
  const cell = `<c r="${column}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const placeOf = (letters: string) => letters.padStart(3, " ");
  const filled = sheet.replace(
    new RegExp(`(<row [^>]*r="${row}"[^>]*>)(.*?)(</row>)`, "s"),
    (_, head: string, body: string, tail: string) => {
      const others = (body.match(/<c r="[A-Z]+\d+"[^>]*?(?:\/>|>.*?<\/c>)/gs) ?? []).filter(
        (one) => !one.startsWith(`<c r="${column}${row}"`),
      );
      const at = others.findIndex((one) => placeOf(/r="([A-Z]+)/.exec(one)?.[1] ?? "") > placeOf(column));
      return head + others.toSpliced(at < 0 ? others.length : at, 0, cell).join("") + tail;
    },
  );
  return Buffer.from(zipSync({ ...parts, [figuresPart]: strToU8(filled) }));
}

/** All that a workbook's sheets say, in one text. */
export function textOf(workbook: Uint8Array): string {
  return Object.entries(unzipSync(workbook))
    .filter(([name]) => name.startsWith("xl/worksheets/"))
    .map(([, bytes]) => strFromU8(bytes))
    .join("\n");
}

function listPart(parts: Readonly<Record<string, Uint8Array>>): string {
  const book = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  return `xl/worksheets/sheet${/name="_lists" sheetId="(\d+)"/.exec(book)?.[1]}.xml`;
}

/** The cells of a sheet that hold text. */
export function textCells(sheet: string) {
  return [...sheet.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*><is><t[^>]*>([^<]*)</g)].map(
    ([, column = "", row, text = ""]) => ({ column, row: Number(row), text }),
  );
}
