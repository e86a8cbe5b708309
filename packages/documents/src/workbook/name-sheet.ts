const longest = 31;

/**
 * A name for a sheet that every program accepts: at most 31 characters, none of `[]:*?/\`, no apostrophe at its ends,
 * not that of another sheet in any spelling. Adds it to `taken`.
 */
export function nameSheet(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .replace(/^['\s]+|['\s]+$/g, "")
    .slice(0, longest);
  const base = plain || "sheet";
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? "" : ` ${n}`;
    const name = `${base.slice(0, longest - ending.length)}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
