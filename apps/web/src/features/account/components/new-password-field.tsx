"use client";

import { Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";

export type NewPasswordFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly input: UseFormRegisterReturn;
};

/** A password being chosen: what makes a good one stands below it. */
export function NewPasswordField({ id, label, error, input }: NewPasswordFieldProps) {
  const t = useTranslations("auth.field");
  return (
    <Field id={id} label={label} help={t("passwordHelp")} error={error} required>
      {(aria) => <TextInput {...aria} {...input} type="password" autoComplete="new-password" />}
    </Field>
  );
}
