import { formatUnit } from "@lilink/i18n";
import type { Definition } from "@lilink/model/goals/definition";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import type { DefinitionData } from "../queries.ts";
import { componentsOf, expressionWords } from "../view.ts";
import { PartTable } from "./part-table.tsx";

/** What is shown of an indicator; the first is its headline. */
export function MeasureTable({
  definition,
  usable,
}: {
  readonly definition: Definition;
  readonly usable: DefinitionData["usable"];
}) {
  const t = useTranslations("definition");
  const locale = useLocale();
  const names = new Map(
    [...componentsOf(definition, usable).values(), ...definition.constants, ...definition.measures].map(
      (one) => [one.code, one],
    ),
  );
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
          cell: ({ expression }) => (
            <span title={expression}>
              {expressionWords(expression, (code) => {
                const known = names.get(code);
                return known && inLocale(known.name, locale);
              })}
            </span>
          ),
        },
      ]}
    />
  );
}
