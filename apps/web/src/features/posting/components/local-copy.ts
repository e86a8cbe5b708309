import { compareContents } from "@lilink/model/posting";
import { forgetSaved, readCopy } from "#lib/form/local-copy.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";

export function localCopyKey(personId: string, publicId: string): string {
  return `lilink-posting:${personId}:${publicId}`;
}

/** Once the server has `values`, their copy is over; one that another window typed since stays. */
export function forgetAcknowledged(key: string, values: DraftValues): void {
  const kept = readCopy<DraftValues>(key);
  if (kept && isSameDraft(kept.values, values)) forgetSaved(key);
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
