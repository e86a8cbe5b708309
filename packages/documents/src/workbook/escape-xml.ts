const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 cannot hold, and the carriage return that every reader would turn into a line feed. */
const unfit = /(?![\t\n\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const escaped = /_x([0-9A-Fa-f]{4})_/g;
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function toCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}

/**
 * A text as a cell of SpreadsheetML holds it (ECMA-376 part 1, 22.9.2.19): what XML cannot hold as `_x0007_`, a text
 * that looks so already with its first `_` as `_x005F_`. Half a surrogate pair is no character and is replaced.
 */
export function toCellText(text: string): string {
  return escapeXml(text.replace(halfPair, "\ufffd").replace(looksEscaped, "_x005F_").replace(unfit, toCode));
}

/** The inverse, after XML has been read. */
export function fromCellText(text: string): string {
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
