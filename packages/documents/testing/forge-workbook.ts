import { strToU8, type Zippable, zipSync } from "fflate";

const formats = "http://schemas.openxmlformats.org";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const relation = (id: string, type: string, target: string, mode = "") =>
  `<Relationship Id="${id}" Type="${formats}/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
export const relations = (...items: readonly string[]) =>
  `<Relationships xmlns="${formats}/package/2006/relationships">${items.join("")}</Relationships>`;
export { relation };

/** The parts of a workbook with one sheet, as other programs write it; `sheet` is what stands between its `sheetData`. */
export function partsOf(sheet: string, styles = "", strings: readonly string[] = []): Record<string, string> {
  return {
    "[Content_Types].xml":
      `<Types xmlns="${formats}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `<workbook xmlns="${formats}/spreadsheetml/2006/main" xmlns:r="${formats}/officeDocument/2006/relationships">` +
      '<sheets><sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "styles", "styles.xml"),
      relation("rId3", "sharedStrings", "/xl/sharedStrings.xml"),
    ),
    "xl/styles.xml": styles || "<styleSheet/>",
    "xl/sharedStrings.xml": `<sst>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  };
}

/** A workbook of such parts, with more of them, others, or fewer where a part is null. */
export function forgeWorkbook(
  parts: Record<string, string>,
  more: Record<string, string | null> = {},
): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries({ ...parts, ...more }))
    if (text !== null) files[name] = strToU8(text);
  return zipSync(files);
}
