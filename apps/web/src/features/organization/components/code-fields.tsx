"use client";

import { codeSchemes } from "@lilink/contract";
import { Field, RadioGroup, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";

type CodeField = "codeScheme" | "code" | "statement";

export type CodeFieldsProps = {
  /** What `form.register(name)` gave for each. */
  readonly fields: Readonly<Record<CodeField, UseFormRegisterReturn>>;
  readonly idOf: (field: CodeField) => string;
  readonly errorOf: (field: CodeField) => string | undefined;
};

/** The part that a claim and a registration share. */
export function CodeFields({ fields, idOf, errorOf }: CodeFieldsProps) {
  const t = useTranslations("organization");
  return (
    <>
      <RadioGroup
        id={idOf("codeScheme")}
        legend={t("claim.scheme")}
        error={errorOf("codeScheme")}
        options={codeSchemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        inline
        {...fields.codeScheme}
      />
      <Field
        id={idOf("code")}
        label={t("claim.code")}
        help={t("claim.codeHelp")}
        error={errorOf("code")}
        required
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...fields.code}
            className="max-w-md font-mono uppercase"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field
        id={idOf("statement")}
        label={t("claim.statement")}
        help={t("claim.statementHelp")}
        error={errorOf("statement")}
        required
      >
        {(aria) => <TextArea {...aria} {...fields.statement} rows={4} />}
      </Field>
    </>
  );
}
