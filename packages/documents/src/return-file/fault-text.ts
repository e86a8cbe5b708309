import { createTranslator, type Locale, nameUnits } from "@lilink/i18n";
import { type CellRule, cellRules } from "@lilink/model/file";
import { type FigureRule, figureRules } from "@lilink/model/return";
import type { RowFault } from "@lilink/model/return/file";

const isOf = <T extends string>(list: readonly T[], rule: string): rule is T =>
  (list as readonly string[]).includes(rule);

/** Says what is wrong with a row and how to mend it, in the words of the form where the form has the same rule. */
export function createFaultText(locale: Locale): (fault: RowFault, field: string) => string {
  const file = createTranslator(locale, "file");
  const ofFigure = createTranslator(locale, "return.rule");
  const ofCheck = createTranslator(locale, "return.check");
  return ({ rule, params: given }, field) => {
    const params = nameUnits(given, locale);
    if (isOf<CellRule>(cellRules, rule)) return `${field}: ${file(`cell.${rule}`)}`;
    if (isOf<FigureRule>(figureRules, rule)) return ofFigure(rule, { ...params, field });
    if (rule === "range") return ofCheck("range", { ...params, field });
    return `${field}: ${file(`row.${rule}`, params)}`;
  };
}
