import { chooseSet } from "@lilink/engine/dated-rules";
import { recoverySets } from "@lilink/model/recovery";
import { type JudgedBatch, probabilityOf, thresholdOf } from "@lilink/model/trace/batch";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { percent } from "../view.ts";
import { ClauseTable } from "./clause-table.tsx";

type Row = {
  readonly set: (typeof recoverySets)[number];
  readonly threshold: number | null;
  readonly chance: number | null;
};

/** The rules of the day, and what the same figures would mean by another set. */
export function RuleTable({ judged, on }: { readonly judged: JudgedBatch; readonly on: string }) {
  const t = useTranslations("batch.page");
  const locale = useLocale();
  const nameOf = (title: (typeof recoverySets)[number]["title"]) =>
    typeof title === "string" ? title : ((locale === "en" ? title.en : title.zh) ?? "");
  const current = chooseSet(recoverySets, on);
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
            cell: ({ set }) => `${nameOf(set.title)}${set.id === current?.id ? ` (${t("current")})` : ""}`,
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
                  label: t("sure"),
                  align: "end" as const,
                  cell: ({ chance }: Row) =>
                    chance === null ? "" : chance > 0.995 ? "> 0.99" : chance.toFixed(2),
                },
              ]
            : []),
          { key: "how", label: t("how"), cell: ({ set }) => t(`reading.${set.reading}`) },
        ]}
      />
      <ClauseTable judged={judged} on={on} />
      <p className="mt-1 text-sm text-muted">{t("judgedNote")}</p>
    </>
  );
}
