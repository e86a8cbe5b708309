import { type Locale, nameUnits } from "@lilink/i18n";
import { type CellRule, cellRules } from "@lilink/model/file";
import { type FigureRule, figureRules } from "@lilink/model/return";
import type { NamedFault } from "@lilink/model/return/file";
import { useLocale, useTranslations } from "next-intl";
import { blankParams } from "./blank-params.ts";

const isOf = <T extends string>(list: readonly T[], rule: string): rule is T =>
  (list as readonly string[]).includes(rule);

/** The first faults of a file by their rows, in the words that the file itself is marked with. */
export function FirstFaults({ faults }: { readonly faults: readonly NamedFault[] }) {
  const t = useTranslations("file");
  const rules = useTranslations("return.rule");
  const checks = useTranslations("return.check");
  const locale = useLocale() as Locale;
  const textOf = ({ rule, field, params: given }: NamedFault): string => {
    const params = { ...blankParams, ...nameUnits(given, locale) };
    if (isOf<CellRule>(cellRules, rule)) return `${field}: ${t(`cell.${rule}`)}`;
    if (isOf<FigureRule>(figureRules, rule)) return rules(rule, { ...params, field });
    if (rule === "range") return checks("range", { ...params, field });
    return `${field}: ${t(`row.${rule}`, params)}`;
  };
  if (faults.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="font-medium">{t("import.firstFaults")}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {faults.map((fault) => (
          <li key={`${fault.row} ${fault.field} ${fault.rule}`}>
            {t("import.faultAt", { row: fault.row, text: textOf(fault) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
