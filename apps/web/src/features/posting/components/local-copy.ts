import { compareContents } from "@lilink/model/posting";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";

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

/** Once the server has `values`, their copy is over; one that another window typed since stays. */
export function forgetAcknowledged(key: string, values: DraftValues): void {
  const kept = readCopy(key);
  if (kept && isSameDraft(kept.values, values)) forgetCopy(key);
}

/**
 * Whether two forms say the same: content, who may read it, and for how long.
 * @example isSameDraft(values, { ...values, validDays: "30" }) // false
 */
export function isSameDraft(a: DraftValues, b: DraftValues): boolean {
  const levels = (values: DraftValues) => JSON.stringify(Object.entries(toLevels(values)).sort());
  return (
    compareContents(toContent(a), toContent(b)).length === 0 &&
    levels(a) === levels(b) &&
    a.validDays === b.validDays
  );
}
