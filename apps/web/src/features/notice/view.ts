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

/** Matters of one kind that follow one another, the newest first; a kind that comes often is counted, not listed row by row. */
export type Run = readonly [Matter, ...Matter[]];

/** So many matters of one kind in a row are counted. */
const leastCounted = 3;

/** Notices as a page lists them: of three or more matters of one kind in a row the newest stands for the others. [NO5] */
export function toRuns(matters: readonly Matter[]): readonly Run[] {
  const runs: [Matter, ...Matter[]][] = [];
  for (const matter of matters) {
    const last = runs.at(-1);
    if (last && last[0][0].kind === matter[0].kind) last.push(matter);
    else runs.push([matter]);
  }
  return runs.flatMap((run): readonly Run[] =>
    run.length >= leastCounted ? [run] : run.map((matter): Run => [matter]),
  );
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
