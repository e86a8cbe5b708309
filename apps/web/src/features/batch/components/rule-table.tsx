import { chooseSet } from "@lilink/engine/dated-rules";
import { formatShare } from "@lilink/i18n";
import { judgeRecovery, recoverySets } from "@lilink/model/recovery";
import { factsOf, type JudgedBatch, probabilityOf, thresholdOf } from "@lilink/model/trace/batch";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ConditionTable } from "#features/condition/components/condition-table.tsx";
import { type Binding, findSet } from "#features/condition/queries.ts";
import { textOf, toKnown } from "#features/condition/view.ts";
import { percent } from "../view.ts";

type Row = {
  readonly set: (typeof recoverySets)[number];
  readonly threshold: number | null;
  readonly chance: number | null;
};

export type RuleTableProps = {
  readonly judged: JudgedBatch;
  readonly on: string;
  /** Which sets an officer compared with the official text. */
  readonly compared: Binding["compared"];
  /** More may be entered: what is not met is not met yet. */
  readonly isOpen: boolean;
};

/** The rules of the day clause by clause, and what the same figures would mean by another set. */
export function RuleTable({ judged, on, compared, isOpen }: RuleTableProps) {
  const t = useTranslations("batch.page");
  const reading = useTranslations("condition.reading");
  const locale = useLocale();
  const current = findSet(chooseSet(recoverySets, on)?.id);
  const facts = factsOf(judged);
  const rules = judgeRecovery(facts, on)?.rules ?? [];
  const count = (verdict: string) => rules.filter((rule) => rule.verdict === verdict).length;
  const lithium = judged.elements.find(({ element }) => element === "Li");
  const rows = recoverySets.map((set): Row => {
    const threshold = thresholdOf("Li", { set: set.id });
    const chance = threshold !== null && lithium ? probabilityOf(lithium, threshold) : null;
    return { set, threshold, chance };
  });
  return (
    <>
      <DataTable
        caption={t("rules")}
        rows={rows}
        rowKey={({ set }) => set.id}
        isCurrent={({ set }) => set.id === current?.id}
        columns={[
          {
            key: "set",
            label: t("set"),
            lead: true,
            cell: ({ set }) =>
              `${textOf(set.title, locale)}${set.id === current?.id ? ` (${t("current")})` : ""}`,
          },
          {
            key: "limit",
            label: t("limit"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ threshold }) => (threshold === null ? t("none") : `≥ ${percent(threshold, 0)}`),
          },
          ...(rows.some(({ chance }) => chance !== null)
            ? [
                {
                  key: "chance",
                  label: t("chanceLi"),
                  align: "end" as const,
                  cell: ({ chance }: Row) => (chance === null ? "" : formatShare(chance, locale)),
                },
              ]
            : []),
          {
            key: "how",
            label: t("how"),
            cell: ({ set }) => {
              const { key, params } = toKnown(set, null, compared, locale);
              return reading(key, params);
            },
          },
        ]}
      />
      {current ? (
        <>
          <h3 className="mt-6 mb-2 font-medium">
            {t("judged", {
              met: count("met"),
              notMet: count("not_met"),
              unknown: count("unknown"),
              na: count("not_applicable"),
            })}
          </h3>
          {isOpen ? <p className="mb-2 text-sm text-muted">{t("judgedOpen")}</p> : null}
          <ConditionTable set={current} facts={facts} on={on} locale={locale} />
        </>
      ) : null}
      <p className="mt-1 text-sm text-muted">{t("judgedNote")}</p>
    </>
  );
}
