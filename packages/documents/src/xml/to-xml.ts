import { escapeXml } from "../workbook/escape-xml.ts";

/** A value that XML can hold: texts, numbers, lists and names. */
export type XmlValue = string | number | readonly XmlValue[] | { readonly [name: string]: XmlValue };

/** What XML 1.0 has no sign for. */
const unfit =
  /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/**
 * A value as XML: each name is an element, each part of a list an element of the list's name.
 * @param root the name of the outermost element
 * @param space its namespace
 * @example toXml("a", { b: [1, 2] }) // "<?xml …?>\n<a><b>1</b><b>2</b></a>\n"
 */
export function toXml(root: string, value: XmlValue, space?: string): string {
  const attribute = space === undefined ? "" : ` xmlns="${escapeXml(space)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inner(value)}</${root}>\n`;
}

function inner(value: XmlValue): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return escapeXml(value.replace(unfit, "\ufffd"));
  return Object.entries(value)
    .map(([name, part]: [string, XmlValue]) =>
      Array.isArray(part)
        ? part.map((one: XmlValue) => `<${name}>${inner(one)}</${name}>`).join("")
        : `<${name}>${inner(part)}</${name}>`,
    )
    .join("");
}
