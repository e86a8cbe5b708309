import type { FaultParams, FieldRule } from "../error/index.ts";

/**
 * The answer of every check of a code. `code` is the normal form to store; `flags` ask for attention without refusing.
 * A fault names the field rule that is broken; `params.typed` is what the person typed, to be shown beside the mend.
 */
export type CodeCheck<Parts, Flag extends string = never> =
  | { readonly ok: true; readonly code: string; readonly flags: readonly Flag[]; readonly parts: Parts }
  | { readonly ok: false; readonly rule: FieldRule; readonly params: FaultParams };

/**
 * Full-width to half-width, upper case, without blanks, line breaks, hyphens and dots between groups.
 * @example normalizeCode("９１ 3605-00") // "91360500"
 */
export function normalizeCode(typed: string): string {
  if (/^[A-Z0-9]*$/.test(typed)) return typed;
  return typed
    .normalize("NFKC")
    .replaceAll(/[\s\p{Pd}\u200b\ufeff]+/gu, "")
    .toUpperCase();
}
