import type { CsvCell } from "@lilink/documents";
import { createTranslator, formatTarget, type Locale, sayGoal } from "@lilink/i18n";
import { countedStatus } from "@lilink/model/goals";
import { decimalsOf, printFigure } from "@lilink/model/goals/definition";
import { paceShown } from "#features/standing/components/pace-shown.ts";
import { type Export, listExport } from "#lib/define-export.ts";
import { inLocale } from "#lib/in-locale.ts";
import { toLawNote } from "#lib/law-note.ts";
import { sampleNotice } from "#lib/sample-notice.ts";
import type { GoalItem } from "./queries.ts";
import { countReleased } from "./view.ts";

type Column = readonly [header: string, cell: (row: GoalItem) => CsvCell | undefined];

/** A figure in the decimals that figures of its unit are printed in. [DF10] */
function printed(value: string | null | undefined, unit: string | null): string | null {
  return value == null ? null : printFigure(value, decimalsOf({ unit: unit ?? "" }));
}

/** The columns of the goals as a file: figures as they are printed, statuses and sentences in words. */
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
    [t("status"), ({ standing }) => status(countedStatus(standing))],
    [t("said"), ({ standing }) => sayGoal(standing, locale).join(" ")],
    [t("now"), ({ standing: { now, unit } }) => printed(now?.value, unit)],
    [t("low"), ({ standing: { now, spread, unit } }) => printed(spread?.low ?? now?.low, unit)],
    [t("high"), ({ standing: { now, spread, unit } }) => printed(spread?.high ?? now?.high, unit)],
    [t("unit"), ({ standing }) => standing.unit],
    [t("period"), ({ standing }) => standing.now?.period],
    [t("baseline"), ({ standing: { baseline, unit } }) => printed(baseline?.value, unit)],
    [t("baselineYear"), ({ standing }) => standing.baseline?.year],
    [t("gap"), ({ standing: { gap, unit } }) => printed(gap, unit)],
    [t("needed"), ({ standing: { needed, unit } }) => printed(needed?.perYear, unit)],
    [t("made"), ({ standing }) => printed(paceShown(standing)?.pace.perYear, standing.unit)],
    [t("coverage"), ({ standing }) => standing.release?.coverage],
    [t("release"), ({ standing }) => standing.release?.publicId],
  ];
}

/** All goals with where they stand, for whoever asks. */
export const goalFile: Export = listExport({
  most: 100,
  list: (api) => async () => ({ items: (await api.goal.list({})).goals, nextCursor: null }),
  table: (locale) => ({
    name: createTranslator(locale, "goal")("title"),
    columns: goalColumns(locale),
    notice: sampleNotice(locale),
    notes: (rows) => toLawNote(countReleased(rows), locale),
  }),
});
