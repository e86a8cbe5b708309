import type { CsvCell } from "@lilink/documents";
import { createTranslator, formatTarget, type Locale, sayGoal } from "@lilink/i18n";
import { type Export, listExport } from "#lib/define-export.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { GoalItem } from "./queries.ts";

type Column = readonly [header: string, cell: (row: GoalItem) => CsvCell | undefined];

/** The columns of the goals as a file: digits as they were released, statuses and sentences in words. */
export function goalColumns(locale: Locale): readonly Column[] {
  const t = createTranslator(locale, "goal.file");
  const status = createTranslator(locale, "standing.status");
  return [
    [t("id"), ({ goal }) => goal.id],
    [t("horizon"), ({ goal }) => goal.horizon],
    [t("goal"), ({ goal }) => inLocale(goal.statement, locale)],
    [t("indicator"), ({ goal }) => goal.indicator],
    [t("target"), ({ target }) => target && formatTarget(target, locale)],
    [t("origin"), ({ target }) => target?.origin],
    [t("status"), ({ standing }) => status(standing.status)],
    [t("said"), ({ standing }) => sayGoal(standing, locale).join(" ")],
    [t("now"), ({ standing }) => standing.now?.value],
    [t("low"), ({ standing: { now, spread } }) => spread?.low ?? now?.low],
    [t("high"), ({ standing: { now, spread } }) => spread?.high ?? now?.high],
    [t("unit"), ({ standing }) => standing.unit],
    [t("period"), ({ standing }) => standing.now?.period],
    [t("baseline"), ({ standing }) => standing.baseline?.value],
    [t("baselineYear"), ({ standing }) => standing.baseline?.year],
    [t("gap"), ({ standing }) => standing.gap],
    [t("needed"), ({ standing }) => standing.needed?.perYear],
    [t("made"), ({ standing }) => standing.made?.perYear],
    [t("coverage"), ({ standing }) => standing.release?.coverage],
    [t("release"), ({ standing }) => standing.release?.publicId],
  ];
}

/** All goals with where they stand, for whoever asks. */
export const goalFile: Export = listExport({
  most: 100,
  list: (api) => async () => ({ items: (await api.goal.list({})).goals, nextCursor: null }),
  table: (locale) => ({ name: createTranslator(locale, "goal")("title"), columns: goalColumns(locale) }),
});
