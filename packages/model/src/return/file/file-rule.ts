import { cellRules, refusalRules } from "../../file/rule.ts";
import { figureRules } from "../read-figure.ts";

/** Why a whole file of a return is refused; each has a text with its mend in i18n `file.refusal.<rule>`. [RT11] */
export const returnFileRefusals = [
  ...refusalRules,
  "noHeading",
  "headingTwice",
  "noFigures",
  "otherReturn",
  "otherVersion",
  "movedOn",
] as const;
export type ReturnFileRefusal = (typeof returnFileRefusals)[number];

/** Why a row is at fault; each has a text with its mend in i18n `file.row.<rule>`, those of figures in `return.rule`. [RT12] */
export const rowRules = [
  "componentMissing",
  "componentUnknown",
  "codeMissing",
  "codeUnknown",
  "codeNotAsked",
  "tooLong",
  "range",
  "duplicate",
  "differs",
] as const;
export type RowRule = (typeof rowRules)[number];

export const rowFaultRules = [...cellRules, ...figureRules, ...rowRules] as const;
export type RowFaultRule = (typeof rowFaultRules)[number];

/** One fault of one row, by the column from 0 at which it is mended. */
export type RowFault = {
  readonly column: number;
  readonly rule: RowFaultRule;
  readonly params: Readonly<Record<string, string>>;
};
