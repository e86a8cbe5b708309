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
