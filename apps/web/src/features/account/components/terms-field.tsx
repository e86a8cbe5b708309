"use client";

import { termsVersion } from "@lilink/model/identity";
import { Checkbox, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { TextLink } from "#components/button-link.tsx";

export type TermsFieldProps = {
  readonly id: string;
  readonly error?: string | undefined;
  readonly input: UseFormRegisterReturn;
};

/** The tick that an account needs; both texts open beside the form, so that nothing typed is lost. [PE7] */
export function TermsField({ id, error, input }: TermsFieldProps) {
  const t = useTranslations("auth.terms");
  return (
    <div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <Checkbox
        {...input}
        id={id}
        value={termsVersion}
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        label={t.rich("agree", {
          terms: (text) => (
            <TextLink href="/terms" target="_blank">
              {text}
            </TextLink>
          ),
          privacy: (text) => (
            <TextLink href="/privacy" target="_blank">
              {text}
            </TextLink>
          ),
        })}
      />
    </div>
  );
}
