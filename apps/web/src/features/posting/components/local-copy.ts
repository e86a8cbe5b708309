import type { DraftValues } from "./draft-values.ts";

/** What was typed and not yet acknowledged, on this device and for this person alone. */
export type LocalCopy = { readonly values: DraftValues; readonly at: number };

export function localCopyKey(personId: string, publicId: string): string {
  return `lilink-posting:${personId}:${publicId}`;
}

export function keepCopy(key: string, values: DraftValues, at: number): void {
  try {
    localStorage.setItem(key, JSON.stringify({ values, at } satisfies LocalCopy));
  } catch {
    // Storage may be full or forbidden; the server's autosave still holds.
  }
}

export function readCopy(key: string): LocalCopy | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as LocalCopy | null;
    return kept && typeof kept.at === "number" && typeof kept.values === "object" ? kept : null;
  } catch {
    return null;
  }
}

export function forgetCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept where storage is forbidden.
  }
}
