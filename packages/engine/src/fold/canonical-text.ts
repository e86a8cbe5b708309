/**
 * One text for one content, whatever the order of its keys: what a caller hashes. Absent and undefined are the same. [EN10]
 * @example canonicalText({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(fields).sort())
    if (fields[key] !== undefined)
      text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalText(fields[key])}`;
  return `{${text}}`;
}
