import { matterOf, type NoticeKind } from "@lilink/model/notice";
import type { NoticeChoices, NoticeItem } from "./queries.ts";

export const choiceGroups = [
  "introduction",
  "posting",
  "match",
  "return",
  "meeting",
  "definition",
  "claim",
  "record",
  "fund",
  "relay",
  "battery",
  "support",
  "engagement",
  "duty",
] as const;
export type ChoiceGroup = (typeof choiceGroups)[number];

/** What happened in one matter, newest first. */
export type Matter = readonly [NoticeItem, ...NoticeItem[]];

/** Notices by what they are about, the matter with the newest first ([NO5]). */
export function toMatters(notices: readonly NoticeItem[]): Matter[] {
  const matters = new Map<string, [NoticeItem, ...NoticeItem[]]>();
  for (const one of notices) {
    const key = matterOf(one.path, one.params);
    const known = matters.get(key);
    if (known) known.push(one);
    else matters.set(key, [one]);
  }
  return [...matters.values()];
}

/** Kinds that concern officers alone are offered to nobody else. */
const forOfficers: readonly NoticeKind[] = [
  "posting.submitted",
  "claim.opened",
  "definition.proposed",
  "definition.decided",
  "report.filed",
  "reading.budget",
  "organization.stances",
  "record.submitted",
  "duty.escalated",
  "fund.appealed",
  "battery.disputed",
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
