import { Badge, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import type { BatteryRow } from "../queries.ts";
import { typeName } from "../view.ts";
import { VerdictMarks } from "./verdict-mark.tsx";

/** The batteries of the own organization with where they stand and what is open of them. */
export function BatteryList({
  rows,
  step,
  isNarrowed,
}: {
  readonly rows: readonly BatteryRow[];
  /** What whoever has none may do next. */
  readonly step: ReactNode;
  /** Whether only some of them are asked for. */
  readonly isNarrowed: boolean;
}) {
  const t = useTranslations("battery.list");
  const states = useTranslations("battery.state");
  const products = useTranslations("battery.lab.product");
  const locale = useLocale();
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
          label: t("code"),
          lead: true,
          cell: ({ code }) => (
            <TextLink href={`/batteries/${code}`} className="font-mono break-all">
              {code}
            </TextLink>
          ),
        },
        { key: "role", label: t("role"), speaks: true, cell: ({ isMaker }) => t(isMaker ? "maker" : "side") },
        { key: "what", label: t("what"), speaks: true, cell: what },
        {
          key: "energy",
          label: t("energy"),
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
          label: t("state"),
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
