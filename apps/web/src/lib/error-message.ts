import type { FieldFault } from "@lilink/model/error";
import type { useTranslations } from "next-intl";
import { readPublicError } from "./public-error.ts";

/** The translator of the namespace `error`, from `useTranslations("error")` or `getTranslations("error")`. */
export type ErrorTranslator = ReturnType<typeof useTranslations<"error">>;

/** Field path to label; `*` stands for any index: `{ "figures.*.value": "Value" }`. */
export type FieldLabels = Readonly<Record<string, string>>;

export type FieldMessage = {
  readonly field: string;
  readonly rule: FieldFault["rule"];
  readonly text: string;
};
export type ErrorMessage = {
  /** What to say when no field is at fault. */
  readonly text: string;
  readonly fields: readonly FieldMessage[];
};

/** The label of a dotted field path; the path's last word where a form names none. */
export function labelOf(field: string, labels: FieldLabels): string {
  return labels[field] ?? labels[field.replace(/\.\d+(?=\.|$)/g, ".*")] ?? field.split(".").at(-1) ?? field;
}

/** The one text of a fault: field, rule and mend, the same in the summary and at the field. */
export function toFieldMessage(fault: FieldFault, labels: FieldLabels, t: ErrorTranslator): FieldMessage {
  const params = { min: "", max: "", ...fault.params, field: labelOf(fault.field, labels) };
  return { field: fault.field, rule: fault.rule, text: t(`rule.${fault.rule}`, params) };
}

/** Turns whatever a call threw into texts: one for the whole, one for each field at fault. */
export function toErrorMessage(error: unknown, labels: FieldLabels, t: ErrorTranslator): ErrorMessage {
  const { code, faults } = readPublicError(error);
  return { text: t(code), fields: faults.map((fault) => toFieldMessage(fault, labels, t)) };
}
