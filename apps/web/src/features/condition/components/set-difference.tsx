import type { Locale } from "@lilink/i18n";
import { compareSets, conditionSets, type RuleChange, type RuleDifference } from "@lilink/model/conditions";
import { Badge, Button, DataTable, Field, Select, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { headed } from "#features/target/view.ts";
import { findSet } from "../queries.ts";
import { showLimit, showOperator, textOf } from "../view.ts";

type SetDifferenceProps = {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly on: string | undefined;
  readonly locale: Locale;
};

const tones = {
  new: "info",
  dropped: "neutral",
  stricter: "warning",
  looser: "success",
  changed: "info",
  same: "neutral",
} as const satisfies Record<RuleChange, Tone>;

/** What changed between two texts, condition by condition. [CN6] */
export function SetDifference({ before, after, on, locale }: SetDifferenceProps) {
  const t = useTranslations("condition");
  const old = findSet(before) ?? conditionSets[0];
  const now =
    findSet(after) ?? conditionSets.findLast(({ kind, from }) => kind === "recycling" && from !== null);
  if (!old || !now) return null;
  // A phone cuts long titles, and the year tells two texts of one name apart.
  const options = conditionSets.map(({ id, title, from, issued }) => ({
    value: id,
    label: [(from ?? issued)?.slice(0, 4), textOf(title, locale)].filter(Boolean).join(" · "),
  }));
  const told = (compared: RuleDifference["before"]) =>
    compared === null ? t("notAsked") : `${showOperator(compared.operator)} ${showLimit(compared, locale)}`;
  return (
    <>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
        {on === undefined ? null : <input type="hidden" name="on" value={on} />}
        <Field id="before" label={t("before")}>
          {(aria) => <Select {...aria} name="before" options={options} defaultValue={old.id} />}
        </Field>
        <Field id="after" label={t("after")}>
          {(aria) => <Select {...aria} name="after" options={options} defaultValue={now.id} />}
        </Field>
        <Button type="submit">{t("compare")}</Button>
      </form>
      <DataTable
        caption={t("difference")}
        rows={compareSets(old, now)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "condition",
            label: t("condition"),
            lead: true,
            cell: ({ title }) => headed(textOf(title, locale)),
          },
          {
            key: "before",
            label: t("before"),
            align: "end",
            className: "whitespace-nowrap",
            cell: (row) => told(row.before),
          },
          {
            key: "after",
            label: t("after"),
            align: "end",
            className: "whitespace-nowrap",
            cell: (row) => told(row.after),
          },
          {
            key: "change",
            label: t("change"),
            speaks: true,
            cell: ({ change }) => <Badge tone={tones[change]}>{t(`changes.${change}`)}</Badge>,
          },
        ]}
      />
    </>
  );
}
