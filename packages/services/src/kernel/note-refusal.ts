import { type ErrorCode, LilinkError } from "@lilink/model/error";
import type { AuditNote } from "./define.ts";
import { Unseen } from "./unseen.ts";

const refusals: readonly ErrorCode[] = ["FORBIDDEN", "CONFLICT_OF_INTEREST"];

/** What the log says of a call that failed; null for failures that nobody has to know of. [AU8] */
export function refusalOf(
  error: unknown,
  verb: string,
): { readonly action: "access.refuse" | "file.refuse"; readonly note: AuditNote } | null {
  if (!(error instanceof LilinkError)) return null;
  const note = { subjectKind: "verb", subjectId: null, detail: { verb } };
  if (refusals.includes(error.code)) return { action: "access.refuse", note };
  if (error instanceof Unseen)
    return { action: "access.refuse", note: { ...note, detail: { verb, of: error.asked } } };
  if (error.code === "FILE_CHANGED")
    return {
      action: "file.refuse",
      note: { ...note, subjectKind: "file", subjectId: String(error.params.file) },
    };
  return null;
}
