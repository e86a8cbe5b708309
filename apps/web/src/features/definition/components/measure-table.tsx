import { formatUnit } from "@lilink/i18n";
import type { Definition } from "@lilink/model/goals/definition";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import type { DefinitionData } from "../queries.ts";
import { codesOf, componentsOf, namesOf } from "../view.ts";
import { ExpressionText } from "./expression-text.tsx";
import { PartTable } from "./part-table.tsx";
import { type TypesetWords, typeset } from "./typeset.ts";

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
  const words: TypesetWords = {
    nameOf: (code) => {
      const known = names.get(code);
      return known && inLocale(known.name, locale);
    },
    codeOf: (dimension, code) => codesOf(definition, dimension, [code], locale),
    dimensionOf: (dimension) => namesOf([dimension], locale),
    call: (call, params) => t(`call.${call}`, params),
  };
  return (
    <div>
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
            cell: ({ expression }) => <Fraction expression={expression} words={words} />,
          },
        ]}
      />
      <details className="mt-2 text-sm">
        <summary className="w-fit text-muted">{t("machines")}</summary>
        <ul className="mt-1">
          {definition.measures.map(({ code, expression }) => (
            <li key={code}>
              <ExpressionText text={`${code} = ${expression}`} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** A measure in words, its quotient as a bar between them. */
function Fraction({ expression, words }: { readonly expression: string; readonly words: TypesetWords }) {
  const read = typeset(expression, words);
  if (!read) return <ExpressionText text={expression} />;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
      {read.head ? <span>{read.head}</span> : null}
      {read.under === null ? (
        <span>{read.over}</span>
      ) : (
        <span className="inline-flex max-w-full flex-col text-center">
          <span className="px-2 pb-1">{read.over}</span>
          <span className="sr-only"> ÷ </span>
          <span className="border-t border-ink px-2 pt-1">{read.under}</span>
        </span>
      )}
    </span>
  );
}
