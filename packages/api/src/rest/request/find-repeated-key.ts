/** In valid JSON: strings, with the colon after those that are keys, and what opens and closes. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/**
 * The first key that stands twice in one object of a valid JSON text, or null. A parser keeps the last of them, another
 * program the first, so two readers of one body would see two changes.
 * @example findRepeatedKey('{"a":1,"\\u0061":2}') // "a"
 */
export function findRepeatedKey(json: string): string | null {
  const open: Set<string>[] = [];
  for (const [text, colon] of json.matchAll(token)) {
    if (text === "{" || text === "[") open.push(new Set());
    else if (text === "}" || text === "]") open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(text.slice(0, -colon.length)) as string;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
  }
  return null;
}
