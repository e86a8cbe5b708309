import type { NoticeKind } from "@lilink/model/notice";
import type { NoticeChoices } from "./queries.ts";

export const choiceGroups = ["introduction", "posting", "match", "return", "claim"] as const;
export type ChoiceGroup = (typeof choiceGroups)[number];

/** Kinds that concern officers alone are offered to nobody else. */
const forOfficers: readonly NoticeKind[] = [
  "posting.submitted",
  "claim.opened",
  "report.filed",
  "reading.budget",
];

/** The choices by what they are about; a group without a choice is left out. */
export function toChoiceGroups(choices: NoticeChoices, officer: boolean) {
  return choiceGroups.flatMap((group) => {
    const kinds = choices.filter(
      ({ kind }) => kind.startsWith(`${group}.`) && (officer || !forOfficers.includes(kind)),
    );
    return kinds.length > 0 ? [{ group, kinds }] : [];
  });
}
