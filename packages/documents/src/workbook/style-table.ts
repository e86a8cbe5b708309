import type { CellLook } from "./sheet.ts";

export type Format = { readonly numbers: string; readonly look: CellLook; readonly wrap: boolean };

/** Formats that need no definition of their own (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "@": 49 };
const firstOwn = 164;

const fonts = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><i/><sz val="11"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/></font>',
];
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...["FFE7EEF5", "FFFFFBE6", "FFFFD6D6"].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
];
const thin = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join("");
const borders = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  `<border>${thin}<diagonal/></border>`,
];

/** Font, fill and border of a look, by place in the lists above. */
const looks: Readonly<Record<CellLook, readonly [number, number, number]>> = {
  plain: [0, 0, 0],
  head: [1, 2, 1],
  note: [2, 0, 0],
  input: [0, 3, 1],
  fault: [0, 4, 1],
};

/** Gives each format that occurs a number, and writes them down at the end. */
export class StyleTable {
  readonly #places = new Map<string, number>();
  readonly #formats: Format[] = [];

  constructor() {
    this.place({ numbers: "General", look: "plain", wrap: false });
  }

  place(format: Format): number {
    const key = `${format.look} ${format.wrap} ${format.numbers}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#formats.length;
    this.#places.set(key, place);
    this.#formats.push(format);
    return place;
  }

  toXml(): string {
    const own = [...new Set(this.#formats.map(({ numbers }) => numbers))].filter((one) => !(one in builtIn));
    const numberId = (numbers: string) => builtIn[numbers] ?? firstOwn + own.indexOf(numbers);
    const list = (tag: string, items: readonly string[]) =>
      `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      own.length === 0
        ? ""
        : list(
            "numFmts",
            own.map((code) => `<numFmt numFmtId="${numberId(code)}" formatCode="${code}"/>`),
          ),
      list("fonts", fonts),
      list("fills", fills),
      list("borders", borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list(
        "cellXfs",
        this.#formats.map((format) => toXf(format, numberId(format.numbers))),
      ),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      "</styleSheet>",
    ].join("");
  }
}

function toXf({ look, wrap, numbers }: Format, numberId: number): string {
  const [font, fill, border] = looks[look];
  const alignment = `<alignment vertical="top"${wrap ? ' wrapText="1"' : ""}/>`;
  const protection = look === "input" ? '<protection locked="0"/>' : "";
  // A text that was typed stays one when somebody edits its cell.
  const quote = numbers === "@" ? ' quotePrefix="1"' : "";
  return (
    `<xf numFmtId="${numberId}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quote}` +
    ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"` +
    `${protection ? ' applyProtection="1"' : ""}>${alignment}${protection}</xf>`
  );
}
