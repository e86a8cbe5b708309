/**
 * The same pure function, which keeps what it made of the last things asked: pages, facets and words of one search are read
 * over and over. What it keeps is of what was asked alone and of no reader.
 * @param keyOf all that the answer hangs on, as a text; a text is its own key
 */
export function remember<T, Asked = string>(
  most: number,
  make: (asked: Asked) => T,
  keyOf: (asked: Asked) => string = String,
): (asked: Asked) => T {
  const kept = new Map<string, T>();
  return (asked) => {
    const text = keyOf(asked);
    const known = kept.get(text);
    if (known !== undefined) {
      // The last used stands last.
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const made = make(asked);
    kept.set(text, made);
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return made;
  };
}
