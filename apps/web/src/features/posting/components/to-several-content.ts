import type { PostingContent } from "@lilink/model/posting";
import type { ReadPosting } from "@lilink/model/posting/table";
import type { Proposal } from "../actions.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { makeWords, type Phrases } from "./made-words.ts";
import { takeProposal } from "./take-proposal.ts";

/** The content of a row's draft: what its cells say, then what was read of its text, then a title where it has none. [PO16] [PO17] [PO22] */
export function toSeveralContent(
  start: DraftValues,
  { concept, title, summary, description, figures, schedule, scheduleUnit }: ReadPosting,
  found: Proposal | null,
  phrases: Readonly<Record<"zh" | "en", Phrases>>,
): Partial<PostingContent> {
  const typed: DraftValues = {
    ...start,
    concept,
    title,
    summary,
    description,
    figures: figures.map((figure) => ({ ...figure, level: "" })),
    volume: { ...start.volume, unit: scheduleUnit, schedule: schedule.map((row) => ({ ...row })) },
  };
  const values = found ? takeProposal(typed, found) : typed;
  const made = makeWords(toContent(values), toLevels(values), values.language, phrases[values.language]);
  return toContent({ ...values, title: title || made.title, summary: summary || made.summary });
}
