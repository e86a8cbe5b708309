"use client";

import type { Locale } from "@lilink/i18n";
import { sumSchedule } from "@lilink/model/posting";
import type { ReadPosting } from "@lilink/model/posting/table";
import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { conceptName, figuresText, volumeText } from "../view.ts";

/** What became of a row: its draft, or why there is none. */
export type Made = { readonly publicId: string } | { readonly failure: string };

type SeveralTableProps = {
  readonly rows: readonly ReadPosting[];
  readonly made: ReadonlyMap<number, Made>;
  readonly locale: Locale;
};

/** What was read of each row, and what became of it. */
export function SeveralTable({ rows, made, locale }: SeveralTableProps) {
  const t = useTranslations("posting");
  return (
    <DataTable
      caption={t("several.rows")}
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: "row", label: t("several.row"), align: "end", cell: ({ row }) => row },
        {
          key: "kind",
          label: t("field.kind"),
          className: "whitespace-nowrap",
          cell: ({ kind }) => kind && t(`kind.${kind}`),
        },
        {
          key: "concept",
          label: t("field.concept"),
          lead: true,
          cell: ({ concept, title, unknownConcept }) => (
            <span>
              {concept ? conceptName(concept, locale) : null}
              {title ? <span className="block text-sm text-muted">{title}</span> : null}
              {unknownConcept ? (
                <span className="block text-sm text-warning">
                  {t("several.unknownConcept", { name: unknownConcept })}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          key: "figures",
          label: t("field.figures"),
          className: "text-sm",
          cell: ({ figures, schedule, scheduleUnit, unread }) => {
            const sum = schedule.length > 0 ? sumSchedule(schedule) : null;
            const told = figuresText(
              figures.filter(({ attribute, value }) => attribute && value),
              locale,
            );
            return (
              <>
                {told}
                {sum === null ? null : (
                  <span className="block">
                    {`${volumeText({ amount: sum, unit: scheduleUnit }, locale)} · ${t("schedule.rows", { count: schedule.length })}`}
                  </span>
                )}
                {unread.map(({ heading, typed }) => (
                  <span key={heading} className="block text-warning">
                    {t("several.unread", { heading, typed })}
                  </span>
                ))}
              </>
            );
          },
        },
        {
          key: "description",
          label: t("field.description"),
          className: "text-sm",
          cell: ({ description }) => <span className="line-clamp-2 whitespace-pre-line">{description}</span>,
        },
        {
          key: "state",
          label: t("several.state"),
          cell: ({ row, faults }) => {
            const answer = made.get(row);
            if (answer && "publicId" in answer)
              return <TextLink href={`/postings/${answer.publicId}/edit`}>{t("several.open")}</TextLink>;
            if (answer) return <span className="text-danger">{answer.failure}</span>;
            if (faults.length === 0) return t("several.ready");
            return faults.map(({ field, rule, typed }) => (
              <span key={field} className="block text-danger">
                {t(`several.fault.${field}.${rule}`, { typed })}
              </span>
            ));
          },
        },
      ]}
    />
  );
}
