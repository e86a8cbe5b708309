"use client";

import { newAccountSchema } from "@lilink/contract";
import { Button, Field, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { enter } from "../actions.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { TermsField } from "./terms-field.tsx";

export type AccountFormProps = {
  /** The address that a letter has proved. */
  readonly email: string;
  readonly label: string;
  readonly make: (account: z.output<typeof newAccountSchema>) => Promise<unknown>;
};

/** Who opens a letter says the own name, sets the password and agrees to the terms, and is signed in. */
export function AccountForm({ email, label, make }: AccountFormProps) {
  const t = useTranslations("auth");
  const locale = useLocale();
  const form = useFaultForm({
    schema: newAccountSchema,
    defaultValues: { name: "", password: "", terms: "", locale },
    labels: {
      name: t("field.name"),
      password: t("field.password"),
      email: t("field.email"),
      terms: t("terms.label"),
    },
  });
  const send = form.submit(async (account) => {
    await make(account);
    await enter(email, account.password, "/desk");
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex w-full flex-col gap-5">
      <FormErrors form={form} />
      <Field id={form.idOf("name")} label={t("field.name")} error={form.errorOf("name")} required>
        {(aria) => <TextInput {...aria} {...form.register("name")} autoComplete="name" />}
      </Field>
      <NewPasswordField
        id={form.idOf("password")}
        label={t("field.password")}
        error={form.errorOf("password")}
        input={form.register("password")}
      />
      <TermsField id={form.idOf("terms")} error={form.errorOf("terms")} input={form.register("terms")} />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {label}
      </Button>
    </form>
  );
}
