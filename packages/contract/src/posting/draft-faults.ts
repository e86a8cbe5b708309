import type { FieldFault } from "@lilink/model/error";
import {
  faultsOfLevels,
  type LevelChoice,
  missingForSubmission,
  type PostingContent,
  type PostingKind,
} from "@lilink/model/posting";
import { toFaults } from "../fault/to-faults.ts";
import { postingContentSchema } from "./content.ts";

/** Everything that stands between a draft and its submission ([PO2]): the form and the verb ask this same question. */
export function faultsOfDraft(
  kind: PostingKind,
  content: Partial<PostingContent>,
  levels: LevelChoice,
): FieldFault[] {
  const parsed = postingContentSchema.safeParse(content);
  const faults = parsed.success ? [] : toFaults(parsed.error);
  const missing = missingForSubmission(kind, content).filter(
    (fault) => !faults.some((other) => other.field === fault.field),
  );
  return [...faults, ...missing, ...faultsOfLevels(levels)];
}
