import type { Indicator } from "@lilink/model/goals";
import { DescriptionList } from "@lilink/ui";
import { useTranslations } from "next-intl";

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
] as const satisfies readonly (keyof Indicator)[];

/** The statistical definition of an indicator; its words are English in both languages and marked so. */
export function DefinitionSheet({ indicator }: { readonly indicator: Indicator }) {
  const t = useTranslations("goal");
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t("detail.sheetHelp")}</p>
      <DescriptionList
        items={[
          { key: "better", term: t("sheet.better"), detail: t(`direction.${indicator.better}`) },
          ...rows.flatMap((key) => {
            const value = indicator[key];
            if (value === null || value === undefined || value.length === 0) return [];
            const detail =
              typeof value === "string" ? (
                <span lang="en">{value}</span>
              ) : (
                <ul lang="en" className="list-disc pl-5">
                  {value.map((item) => (
                    <li key={item}>{item}</li>
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
