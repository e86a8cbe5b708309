import { chooseSet } from "@lilink/engine/dated-rules";
import { judgeRecovery, recoverySets } from "@lilink/model/recovery";
import { factsOf, type JudgedBatch, probabilityOf, thresholdOf } from "@lilink/model/trace/batch";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { percent } from "../view.ts";

/** The rules of the day, and what the same figures would mean by another set. */
export function RuleTable({ judged, on }: { readonly judged: JudgedBatch; readonly on: string }) {
  const t = useTranslations("batch.page");
  const locale = useLocale();
  const nameOf = (title: (typeof recoverySets)[number]["title"]) =>
    typeof title === "string" ? title : ((locale === "en" ? title.en : title.zh) ?? "");
  const current = chooseSet(recoverySets, on);
  const lithium = judged.elements.find(({ element }) => element === "Li");
  const evaluation = judgeRecovery(factsOf(judged), on);
  const count = (verdict: string) => evaluation?.rules.filter((rule) => rule.verdict === verdict).length ?? 0;
  const rows = recoverySets.map((set) => {
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
            cell: ({ set }) => `${nameOf(set.title)}${set.id === current?.id ? ` (${t("current")})` : ""}`,
          },
          {
            key: "limit",
            label: t("limit"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ threshold }) => (threshold === null ? t("none") : `≥ ${percent(threshold, 0)}`),
          },
          {
            key: "chance",
            label: t("sure"),
            align: "end",
            cell: ({ chance }) => (chance === null ? "" : chance > 0.995 ? "> 0.99" : chance.toFixed(2)),
          },
          { key: "how", label: t("how"), cell: ({ set }) => t(`reading.${set.reading}`) },
        ]}
      />
      {evaluation ? (
        <p className="mt-3">
          {t("judged", {
            met: count("met"),
            notMet: count("not_met"),
            unknown: count("unknown"),
            na: count("not_applicable"),
          })}
        </p>
      ) : null}
      <p className="mt-1 text-sm text-muted">{t("judgedNote")}</p>
    </>
  );
}
