import { formatUnit } from "@lilink/i18n";
import type { Definition } from "@lilink/model/goals/definition";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import type { DefinitionData } from "../queries.ts";
import { namesOf } from "../view.ts";
import { ExpressionText } from "./expression-text.tsx";
import { PartTable } from "./part-table.tsx";
import { SourceText } from "./source-text.tsx";

type PartProps = { readonly definition: Definition };

/** What is reported for the indicator, and what it takes from others. */
export function ComponentTable({
  definition,
  usable,
}: PartProps & { readonly usable: DefinitionData["usable"] }) {
  const t = useTranslations("definition");
  const locale = useLocale();
  const rows = [
    ...definition.components.map((component) => ({ component, indicator: null })),
    ...usable.filter(({ component }) => definition.uses.includes(component.code)),
  ];
  return (
    <PartTable
      title={t("components")}
      rows={rows}
      rowKey={({ component }) => component.code}
      columns={[
        {
          key: "name",
          label: t("column.name"),
          lead: true,
          cell: ({ component, indicator }) => (
            <>
              {inLocale(component.name, locale)}
              {indicator ? (
                <span className="block text-sm font-normal text-muted">{t("from", { indicator })}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "code",
          label: t("column.code"),
          cell: ({ component }) => <ExpressionText text={component.code} />,
        },
        { key: "unit", label: t("column.unit"), cell: ({ component }) => formatUnit(component.unit, locale) },
        {
          key: "dimensions",
          label: t("column.dimensions"),
          cell: ({ component }) => namesOf(component.dimensions, locale) || t("noDimension"),
        },
      ]}
    />
  );
}

/** What a return is asked before it counts. */
export function CheckTable({ definition }: PartProps) {
  const t = useTranslations("definition");
  const locale = useLocale();
  return (
    <PartTable
      title={t("checks")}
      rows={definition.checks}
      rowKey={({ code }) => code}
      columns={[
        { key: "text", label: t("column.text"), lead: true, cell: ({ text }) => inLocale(text, locale) },
        {
          key: "severity",
          label: t("column.severity"),
          cell: ({ severity, scope }) => `${t(`severity.${severity}`)} · ${t(`scope.${scope}`)}`,
        },
        {
          key: "expression",
          label: t("column.expression"),
          cell: ({ expression }) => <ExpressionText text={expression} />,
        },
      ]}
    />
  );
}

/** Figures that stand in the expressions, with their sources. */
export function ConstantTable({ definition }: PartProps) {
  const t = useTranslations("definition");
  const locale = useLocale();
  return (
    <PartTable
      title={t("constants")}
      rows={definition.constants}
      rowKey={({ code }) => code}
      columns={[
        { key: "name", label: t("column.name"), lead: true, cell: ({ name }) => inLocale(name, locale) },
        { key: "code", label: t("column.code"), cell: ({ code }) => <ExpressionText text={code} /> },
        {
          key: "value",
          label: t("column.value"),
          align: "end",
          cell: ({ value, unit }) => `${value} ${unit === "1" ? "" : formatUnit(unit, locale)}`.trim(),
        },
        {
          key: "source",
          label: t("column.source"),
          cell: ({ source }) => <SourceText source={source} />,
        },
      ]}
    />
  );
}
