import type { JudgedBatch } from "@lilink/model/trace/batch";
import { Badge, type BadgeProps, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type Clause, clausesOf } from "./list-clauses.ts";

const tones: Readonly<Record<Clause["verdict"], NonNullable<BadgeProps["tone"]>>> = {
  met: "success",
  not_met: "danger",
  unknown: "neutral",
  not_applicable: "neutral",
};

/** Every clause of the set in force: what the batch shows, what is asked, and what comes of it. */
export function ClauseTable({ judged, on }: { readonly judged: JudgedBatch; readonly on: string }) {
  const t = useTranslations("batch.page");
  const locale = useLocale();
  const clauses = clausesOf(judged, on, locale);
  if (clauses.length === 0) return null;
  const count = (verdict: Clause["verdict"]) => clauses.filter((one) => one.verdict === verdict).length;
  return (
    <>
      <h3 className="mt-6 mb-2 font-medium">
        {t("judged", {
          met: count("met"),
          notMet: count("not_met"),
          unknown: count("unknown"),
          na: count("not_applicable"),
        })}
      </h3>
      <DataTable
        caption={t("clauses")}
        rows={clauses}
        rowKey={({ id }) => id}
        columns={[
          { key: "clause", label: t("clause"), lead: true, cell: ({ title }) => title },
          { key: "value", label: t("clauseValue"), align: "end", cell: ({ value }) => value ?? t("noValue") },
          {
            key: "limit",
            label: t("clauseLimit"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ limit }) => limit,
          },
          {
            key: "verdict",
            label: t("clauseVerdict"),
            cell: ({ verdict }) => <Badge tone={tones[verdict]}>{t(`clauseIs.${verdict}`)}</Badge>,
          },
        ]}
      />
    </>
  );
}
