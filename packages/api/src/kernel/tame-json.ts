/** Our own largest input, a sheet of five hundred figures, has a third of these values. */
export const jsonBounds = { depth: 32, values: 20_000 } as const;
export type JsonBounds = { readonly depth: number; readonly values: number };

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * What makes a JSON text costly to whoever parses and walks it, or null. One pass over its bytes, before anything is made of
 * them: a megabyte takes two milliseconds, and a parser that meets it unread half a second. Whether it is JSON is not asked.
 * @example findJsonFault(Buffer.from("[".repeat(33))) // "tooDeep"
 */
export function findJsonFault(
  bytes: Uint8Array,
  bounds: JsonBounds = jsonBounds,
): "tooDeep" | "tooMany" | null {
  let [depth, values, quoted] = [0, 0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quoted) {
      if (byte === backslash) at += 1;
      else if (byte === quote) quoted = false;
    } else if (byte === quote) quoted = true;
    else if (opening.has(byte)) {
      depth += 1;
      values += 1;
      if (depth > bounds.depth) return "tooDeep";
    } else if (closing.has(byte)) depth -= 1;
    else if (byte === comma) values += 1;
    if (values > bounds.values) return "tooMany";
  }
  return null;
}
