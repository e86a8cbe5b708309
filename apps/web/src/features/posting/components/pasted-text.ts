const keyOf = (publicId: string) => `lilink-paste:${publicId}`;

/** Carries a pasted paragraph from the first page to the form of the draft that it opened; this tab alone. */
export function handOverText(publicId: string, text: string): void {
  try {
    sessionStorage.setItem(keyOf(publicId), text);
  } catch {
    // Where storage is forbidden the paragraph is pasted again in the form.
  }
}

export function takePastedText(publicId: string): string | null {
  try {
    const text = sessionStorage.getItem(keyOf(publicId));
    sessionStorage.removeItem(keyOf(publicId));
    return text;
  } catch {
    return null;
  }
}

const leftKeyOf = (publicId: string) => `lilink-paste-left:${publicId}`;

/** What of an adopted paragraph fits no field, until it is dismissed; this tab alone. */
export function keepLeftOver(publicId: string, words: readonly string[]): void {
  try {
    if (words.length === 0) sessionStorage.removeItem(leftKeyOf(publicId));
    else sessionStorage.setItem(leftKeyOf(publicId), JSON.stringify(words));
  } catch {
    // Where storage is forbidden it stays in sight until the page is left.
  }
}

export function readLeftOver(publicId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(leftKeyOf(publicId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((word): word is string => typeof word === "string") : [];
  } catch {
    return [];
  }
}
