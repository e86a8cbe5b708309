import type { FieldFault } from "../error/index.ts";
import type { PostingContent } from "./field.ts";
import type { PostingKind } from "./vocabulary.ts";

/** What a draft still lacks before it can be submitted ([PO2]); an empty list means complete. */
export function missingForSubmission(kind: PostingKind, content: Partial<PostingContent>): FieldFault[] {
  const faults: FieldFault[] = [];
  const need = (field: string, present: boolean) => {
    if (!present) faults.push({ field, rule: "required" });
  };
  need("concept", Boolean(content.concept));
  need("title", Boolean(content.title?.trim()));
  need("summary", Boolean(content.summary?.trim()));
  need("cooperation", (content.cooperation?.length ?? 0) > 0);
  if (kind === "need") need("figures", (content.figures?.length ?? 0) > 0 || Boolean(content.volume));
  if (kind !== "need") need("maturity", content.trl !== undefined || content.maturity !== undefined);
  if (kind === "project") need("description", Boolean(content.description?.trim()));
  return faults;
}
