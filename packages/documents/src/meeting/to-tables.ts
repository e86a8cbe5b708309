import {
  createTranslator,
  formatDate,
  formatTarget,
  formatUnit,
  type Locale,
  sayGoal,
  toReading,
} from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { goalCard, loadGoal } from "@lilink/model/goals";
import type { CellKind } from "../workbook/sheet.ts";
import type { MeetingData } from "./meeting-data.ts";

/** One table of a meeting, from which its page in a PDF and its sheet in a workbook are both made, so that they agree. */
export type MeetingTable = {
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly kind: CellKind; readonly wide?: boolean }[];
  readonly rows: readonly (readonly (string | null)[])[];
};

const translators = (locale: Locale) => ({
  t: createTranslator(locale, "meeting.paper"),
  standing: createTranslator(locale, "standing"),
  goal: createTranslator(locale, "goal"),
});

export const nameOf = (body: { nameZh: string; nameEn: string | null }, locale: Locale) =>
  locale === "en" ? (body.nameEn ?? body.nameZh) : body.nameZh;

/** A target in the words of the screen, and whose it is. */
function targetOf(
  id: string,
  locale: Locale,
): { readonly text: string | null; readonly origin: string | null } {
  const { target } = goalCard(id);
  if (!target) return { text: null, origin: null };
  return { text: formatTarget(target, locale), origin: target.origin };
}

/** A figure as the pages read it, still digits: the workbook calculates with it. */
const read = (value: string | null | undefined) => (value == null ? null : toReading(value));

/** The name of a unit, nothing where there is none. */
const unitOf = (unit: string | null, locale: Locale) =>
  unit === null || unit === "1" ? null : formatUnit(unit, locale);

/** The points of the agenda in order, a goal's in the reader's language. */
export function agendaTable({ items }: MeetingData, locale: Locale): MeetingTable {
  const { t } = translators(locale);
  return {
    title: t("agenda"),
    columns: [
      { head: t("number"), kind: "integer" },
      { head: t("id"), kind: "text" },
      { head: t("item"), kind: "text", wide: true },
    ],
    rows: items.map((item) => [String(item.position), item.goal, pointOf(item, locale)]),
  };
}

/** The words of a point of the agenda; one that the clock added says so. */
export function pointOf({ goal, title, duty }: MeetingData["items"][number], locale: Locale): string {
  if (duty) return translators(locale).t("byClock", { title: locale === "en" ? duty.titleEn : duty.titleZh });
  if (!goal) return title;
  const { statement } = loadGoal(goal);
  return locale === "en" ? statement.en : statement.zh;
}

/** Where goals stand: those of the agenda in its paper, all in the others. */
export function standingsTable({ kind, items, snapshot }: MeetingData, locale: Locale): MeetingTable {
  const spoken = new Set(items.map(({ goal }) => goal));
  const standings = snapshot.standings.filter(({ goal }) => kind !== "agenda" || spoken.has(goal));
  const { t, standing, goal: words } = translators(locale);
  return {
    title: t("standings"),
    columns: [
      { head: t("id"), kind: "text" },
      { head: t("goal"), kind: "text", wide: true },
      { head: t("now"), kind: "decimal" },
      { head: t("low"), kind: "decimal" },
      { head: t("high"), kind: "decimal" },
      { head: t("unit"), kind: "text" },
      { head: t("period"), kind: "text" },
      { head: t("target"), kind: "text" },
      { head: t("origin"), kind: "text" },
      { head: t("status"), kind: "text" },
      { head: t("said"), kind: "text", wide: true },
      { head: t("coverage"), kind: "integer" },
    ],
    rows: standings.map((one) => {
      const { goal: id, now, unit, status, release } = one;
      const { statement } = loadGoal(id);
      const target = targetOf(id, locale);
      return [
        id,
        locale === "en" ? statement.en : statement.zh,
        now ? (read(now.value) ?? standing("withheld")) : null,
        read(now?.low),
        read(now?.high),
        now ? unitOf(unit, locale) : null,
        now?.period ?? null,
        target.text,
        target.origin ? words(`origin.${target.origin as "seed" | "proposal"}`) : null,
        standing(`status.${status}`),
        sayGoal(one, locale).join(" "),
        release?.coverage == null ? null : String(release.coverage),
      ];
    }),
  };
}

export function decisionsTable({ items }: MeetingData, locale: Locale): MeetingTable {
  const { t } = translators(locale);
  return {
    title: t("decisions"),
    columns: [
      { head: t("number"), kind: "text" },
      { head: t("decisions"), kind: "text", wide: true },
      { head: t("owner"), kind: "text" },
      { head: t("due"), kind: "date" },
      { head: t("done"), kind: "text" },
    ],
    rows: items.flatMap(({ position, decisions }) =>
      decisions.map(({ text, owner, dueOn, doneAt, doneNote }, at) => [
        `${position}.${at + 1}`,
        text,
        nameOf(owner, locale),
        dueOn,
        doneAt ? `${formatDate(doneAt, locale)} ${doneNote ?? ""}`.trim() : t("open"),
      ]),
    ),
  };
}

export function exchangeTable({ snapshot: { board } }: MeetingData, locale: Locale): MeetingTable {
  const { t } = translators(locale);
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const { median } = board.answerDays;
  const rows: readonly (readonly [string, number | null])[] = [
    [t("live"), board.postings.reduce((total, { count }) => total + count, 0)],
    [t("matches"), board.matches.count],
    [t("introductions"), sum(board.introductions)],
    [t("outcomes"), sum(board.outcomes)],
    [t("organizations"), sum(board.organizations)],
    [t("median"), median],
  ];
  return {
    title: t("exchange"),
    columns: [
      { head: t("figure"), kind: "text", wide: true },
      { head: t("value"), kind: "decimal" },
    ],
    rows: rows.map(([name, value]) => [name, value === null ? null : String(value)]),
  };
}

export function unansweredTable({ snapshot: { board } }: MeetingData, locale: Locale): MeetingTable {
  const { t } = translators(locale);
  return {
    title: t("unanswered"),
    columns: [
      { head: t("concept"), kind: "text", wide: true },
      { head: t("needs"), kind: "integer" },
      { head: t("waiting"), kind: "integer" },
    ],
    rows: board.unanswered.map(({ concept, needs, waitingDays }) => {
      const found = findConcept(concept);
      return [(locale === "en" ? found?.en : found?.zh) ?? concept, String(needs), String(waitingDays)];
    }),
  };
}

export function lawTable({ views }: MeetingData, locale: Locale): MeetingTable {
  const { t } = translators(locale);
  const paper = (what: string) => {
    const [kind, type] = what.split(".");
    if (what === "page") return t("page");
    return `${t(kind as "agenda")} ${t(type as "pdf")}`;
  };
  return {
    title: t("law"),
    columns: [
      { head: t("attending"), kind: "text", wide: true },
      { head: t("what"), kind: "text" },
      { head: t("first"), kind: "text" },
      { head: t("last"), kind: "text" },
      { head: t("times"), kind: "integer" },
    ],
    rows: views.map(({ organization, what, first, last, times }) => [
      nameOf(organization, locale),
      paper(what),
      formatDate(first, locale, "time"),
      formatDate(last, locale, "time"),
      String(times),
    ]),
  };
}
