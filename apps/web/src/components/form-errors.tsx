"use client";

import { ErrorSummary, type SummaryError } from "@lilink/ui";
import { useTranslations } from "next-intl";

export type FormErrorsProps = {
  readonly form: { readonly summary: readonly SummaryError[]; readonly attempt: number };
};

/** The error summary of a `useFaultForm`; stands first in the form. */
export function FormErrors({ form }: FormErrorsProps) {
  const t = useTranslations("common.form");
  return (
    <ErrorSummary
      title={t("errorTitle", { count: form.summary.length })}
      errors={form.summary}
      attempt={form.attempt}
    />
  );
}
