import { formatUnit } from "@lilink/i18n";
import type { Definition } from "@lilink/model/goals/definition";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import { ExpressionText } from "./expression-text.tsx";
import { PartTable } from "./part-table.tsx";

/** What is shown of an indicator; the first is its headline. */
export function MeasureTable({ definition }: { readonly definition: Definition }) {
  const t = useTranslations("definition");
  const locale = useLocale();
  return (
    <PartTable
      title={t("measures")}
      rows={definition.measures}
      rowKey={({ code }) => code}
      columns={[
        { key: "name", label: t("column.name"), lead: true, cell: ({ name }) => inLocale(name, locale) },
        { key: "unit", label: t("column.unit"), cell: ({ unit }) => formatUnit(unit, locale) },
        {
          key: "expression",
          label: t("column.expression"),
          cell: ({ expression }) => <ExpressionText text={expression} />,
        },
      ]}
    />
  );
}
