import { type Indicator, type SheetWords, sheetWords } from "@lilink/model/goals";
import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { LinkedText } from "#components/linked-text.tsx";
import { FormulaText, SignedText } from "./formula-text.tsx";

const rows = [
  "unit",
  "formula",
  "numerator",
  "denominator",
  "breakdowns",
  "reportingEntity",
  "frequency",
  "aggregation",
  "qualityChecks",
  "disclosure",
  "workedExample",
  "note",
] as const satisfies readonly (keyof SheetWords)[];

/** Rows in which signs and symbols stand between the words. */
const signed: ReadonlySet<keyof SheetWords> = new Set([
  "unit",
  "numerator",
  "denominator",
  "qualityChecks",
  "workedExample",
]);

/** The statistical definition of an indicator, in Chinese as the translation that it is. */
export function DefinitionSheet({ indicator }: { readonly indicator: Indicator }) {
  const t = useTranslations("goal");
  const words = sheetWords(indicator, useLocale() === "en" ? "en" : "zh");
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t("detail.sheetHelp")}</p>
      <DescriptionList
        items={[
          { key: "better", term: t("sheet.better"), detail: t(`direction.${indicator.better}`) },
          ...rows.flatMap((key) => {
            const value = words[key];
            if (value === null || value === undefined || value.length === 0) return [];
            const detail =
              key === "formula" ? (
                <FormulaText text={words.formula} />
              ) : typeof value === "string" ? (
                signed.has(key) ? (
                  <SignedText text={value} />
                ) : (
                  <LinkedText text={value} />
                )
              ) : (
                <ul className="list-disc pl-5">
                  {value.map((item) => (
                    <li key={item}>
                      {signed.has(key) && !item.includes("http") ? (
                        <SignedText text={item} />
                      ) : (
                        <LinkedText text={item} />
                      )}
                    </li>
                  ))}
                </ul>
              );
            return [{ key, term: t(`sheet.${key}`), detail }];
          }),
        ]}
      />
    </>
  );
}
