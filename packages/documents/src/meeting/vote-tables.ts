import { createTranslator, type Locale } from "@lilink/i18n";
import type { MeetingData } from "./meeting-data.ts";
import { type MeetingTable, nameOf } from "./to-tables.ts";

/** The questions of a meeting: how many said what, the quorum, and what came of it. [VO5] */
export function votesTable({ items }: MeetingData, locale: Locale): MeetingTable {
  const t = createTranslator(locale, "meeting.vote");
  return {
    title: t("title"),
    columns: [
      { head: t("number"), kind: "text" },
      { head: t("question"), kind: "text", wide: true },
      { head: t("choice.for"), kind: "integer" },
      { head: t("choice.against"), kind: "integer" },
      { head: t("choice.abstain"), kind: "integer" },
      { head: t("choice.recused"), kind: "integer" },
      { head: t("absent"), kind: "integer" },
      { head: t("needed"), kind: "integer" },
      { head: t("outcomeHead"), kind: "text" },
    ],
    rows: items.flatMap(({ position, votes }) =>
      votes.map(({ question, count, outcome }, at) => [
        numberOf(position, at),
        question,
        ...[count.for, count.against, count.abstain, count.recused, count.absent, count.needed].map(String),
        outcome ? t(`outcome.${outcome}`) : t("open"),
      ]),
    ),
  };
}

/** What each seat said, by whom, and why it was recused. [VO5] */
export function ballotsTable({ items }: MeetingData, locale: Locale): MeetingTable {
  const t = createTranslator(locale, "meeting.vote");
  return {
    title: t("ballots"),
    columns: [
      { head: t("number"), kind: "text" },
      { head: t("seat"), kind: "text" },
      { head: t("person"), kind: "text" },
      { head: t("said"), kind: "text" },
      { head: t("reason"), kind: "text", wide: true },
    ],
    rows: items.flatMap(({ position, votes }) =>
      votes.flatMap(({ ballots }, at) =>
        ballots.map((ballot) => [
          numberOf(position, at),
          nameOf(ballot, locale),
          ballot.byDeputy ? t("deputy", { name: ballot.deputy ?? "" }).trim() : (ballot.holder ?? ""),
          ballot.choice ? t(`choice.${ballot.choice}`) : t("absentOne"),
          ballot.conflict ? t(`conflict.${ballot.conflict}`) : (ballot.reason ?? ""),
        ]),
      ),
    ),
  };
}

const numberOf = (position: number, at: number) => `${position}.${at + 1}`;
