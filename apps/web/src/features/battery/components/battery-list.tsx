import { Badge, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import type { BatteryRow } from "../queries.ts";
import { typeName } from "../view.ts";
import { type Sorting, sortedBy } from "./sort-head.tsx";
import { VerdictMarks } from "./verdict-mark.tsx";

/** The batteries of the own organization with where they stand and what is open of them. */
export function BatteryList({
  rows,
  step,
  isNarrowed,
  sorting,
}: {
  readonly rows: readonly BatteryRow[];
  /** What whoever has none may do next. */
  readonly step: ReactNode;
  /** Whether only some of them are asked for. */
  readonly isNarrowed: boolean;
  readonly sorting: Sorting;
}) {
  const t = useTranslations("battery.list");
  const states = useTranslations("battery.state");
  const products = useTranslations("battery.lab.product");
  const locale = useLocale();
  const sorted = (key: string, label: string) => ({ label, ...sortedBy(sorting, key, label) });
  const what = ({ level, batteryType }: BatteryRow) =>
    level === "P" || level === "M" || level === "C"
      ? `${products(level)} · ${typeName(batteryType ?? "", locale) ?? ""}`
      : null;
  return (
    <FoldedTable
      caption={t("title")}
      rows={rows}
      rowKey={({ code }) => code}
      empty={
        isNarrowed ? (
          <EmptyState
            title={t("noneFound")}
            body={t("noneFoundBody")}
            action={<TextLink href="/batteries">{t("all")}</TextLink>}
          />
        ) : (
          <EmptyState title={t("none")} body={t("noneBody")} action={step} />
        )
      }
      columns={[
        {
          key: "code",
          ...sorted("code", t("code")),
          lead: true,
          cell: ({ code }) => (
            <TextLink href={`/batteries/${code}`} className="font-mono break-all">
              {code}
            </TextLink>
          ),
        },
        {
          key: "role",
          ...sorted("role", t("role")),
          speaks: true,
          cell: ({ isMaker }) => t(isMaker ? "maker" : "side"),
        },
        { key: "what", ...sorted("what", t("what")), speaks: true, cell: what },
        {
          key: "energy",
          ...sorted("energy", t("energy")),
          align: "end",
          speaks: true,
          cell: ({ kwh }) =>
            kwh ? (
              <span className="whitespace-nowrap">
                {Number(kwh)}
                <span className="sm:hidden"> kWh</span>
              </span>
            ) : null,
        },
        {
          key: "state",
          ...sorted("state", t("state")),
          speaks: true,
          cell: ({ state }) => <Badge>{states(state)}</Badge>,
        },
        {
          key: "flags",
          label: t("flags"),
          speaks: true,
          cell: ({ flags }) => (flags.length === 0 ? null : <VerdictMarks verdicts={flags} />),
        },
      ]}
    />
  );
}
