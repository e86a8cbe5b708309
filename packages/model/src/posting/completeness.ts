import type { FieldFault } from "../error/index.ts";
import type { PostingContent } from "./field.ts";
import type { PostingKind } from "./vocabulary.ts";

/** Whether a value holds words. A draft keeps anything that was sent, so it may be no text at all. */
const hasWords = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** What a draft still lacks before it can be submitted ([PO2]); an empty list means complete. */
export function missingForSubmission(kind: PostingKind, content: Partial<PostingContent>): FieldFault[] {
  const faults: FieldFault[] = [];
  const need = (field: string, present: boolean) => {
    if (!present) faults.push({ field, rule: "required" });
  };
  need("concept", Boolean(content.concept));
  need("title", hasWords(content.title));
  need("summary", hasWords(content.summary));
  need("cooperation", (content.cooperation?.length ?? 0) > 0);
  if (kind === "need") need("figures", (content.figures?.length ?? 0) > 0 || Boolean(content.volume));
  if (kind !== "need") need("maturity", content.trl !== undefined || content.maturity !== undefined);
  if (kind === "project") need("description", hasWords(content.description));
  return faults;
}
