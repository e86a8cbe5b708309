import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { escapeXml } from "./escape-xml.ts";
import { listOptions } from "./list-options.ts";
import { nameSheet } from "./name-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { StyleTable } from "./style-table.ts";
import { toSheetXml } from "./to-sheet-xml.ts";

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const formats = "http://schemas.openxmlformats.org";
const office = `${formats}/officeDocument/2006/relationships`;
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Every entry carries one day: equal tables make equal files. */
const stamp = { mtime: new Date(2026, 0, 1) };

/**
 * Sheets as an XLSX file, in pieces as they are read: rows are asked for one by one, whoever reads slowly slows them down,
 * and whoever stops reading ends them. What a row source throws is thrown to the reader of the file.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Readable {
  const { sheet: lists, placeOf } = listOptions(sheets);
  const taken = new Set(lists ? [lists.name.toLowerCase()] : []);
  const named = sheets.map((sheet) => ({ ...sheet, name: nameSheet(sheet.name, taken) }));
  const all = lists ? [...named, lists] : named;
  const styles = new StyleTable();
  const zip = new ZipFile();
  // A PassThrough, whatever its type says.
  const output = zip.outputStream as Readable;
  let current: Readable | undefined;
  zip.on("error", (error: Error) => output.destroy(error));
  output.once("close", () => current?.destroy());

  const addText = (path: string, text: string) => zip.addBuffer(Buffer.from(xmlHead + text), path, stamp);
  const addStream = (path: string, open: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(path, stamp, (answer) => {
      if (output.destroyed) return;
      current = Readable.from(open(), { objectMode: false });
      current.once("error", (error) => output.destroy(error));
      answer(null, current);
    });
  addText("[Content_Types].xml", toContentTypes(all.length));
  addText("_rels/.rels", toRelations([`${office}/officeDocument`, "xl/workbook.xml"]));
  addText("xl/workbook.xml", toBook(all));
  addText(
    "xl/_rels/workbook.xml.rels",
    toRelations(...all.map((_, at) => [`${office}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const), [
      `${office}/styles`,
      "styles.xml",
    ]),
  );
  all.forEach((sheet, at) => {
    addStream(`xl/worksheets/sheet${at + 1}.xml`, () => toSheetXml(sheet, styles, placeOf));
  });
  // The last entry: only when every row is written is it known which formats occur.
  addStream("xl/styles.xml", async function* () {
    yield xmlHead + styles.toXml();
  });
  zip.end();
  return output;
}

function toContentTypes(count: number): string {
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ...Array.from({ length: count }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, "worksheet"]),
  ];
  return (
    `<Types xmlns="${formats}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    parts
      .map(([name, kind]) => `<Override PartName="${name}" ContentType="${kinds}.${kind}+xml"/>`)
      .join("") +
    "</Types>"
  );
}

function toRelations(...targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${formats}/package/2006/relationships">${items.join("")}</Relationships>`;
}

function toBook(sheets: readonly Sheet[]): string {
  const shown = sheets.findIndex(({ hidden }) => !hidden);
  const items = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="veryHidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  return (
    `<workbook xmlns="${formats}/spreadsheetml/2006/main" xmlns:r="${office}">` +
    `<bookViews><workbookView activeTab="${Math.max(0, shown)}"/></bookViews><sheets>${items.join("")}</sheets></workbook>`
  );
}
