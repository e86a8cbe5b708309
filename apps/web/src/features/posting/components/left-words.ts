const keyOf = (publicId: string) => `lilink-left:${publicId}`;

/** Which questions of a text somebody chose to leave in its words, on this device. */
export function keepLeft(publicId: string, words: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(publicId), JSON.stringify(words));
  } catch {
    // Where storage is forbidden they are asked again on the next visit.
  }
}

export function readLeft(publicId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(publicId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((word): word is string => typeof word === "string") : [];
  } catch {
    return [];
  }
}
