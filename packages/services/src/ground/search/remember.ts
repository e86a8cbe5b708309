/**
 * The same pure function of a text, which keeps what it made of the last texts: pages, facets and words of one search are
 * read over and over. What it keeps is of the text alone and of no reader.
 */
export function remember<T>(most: number, make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) {
      // The last used stands last.
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const made = make(text);
    kept.set(text, made);
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return made;
  };
}
