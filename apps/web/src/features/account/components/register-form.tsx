"use client";

import { registrationSchema } from "@lilink/contract";
import { Button, Field, NoticeBox, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Asks for the letter that leads to the account. */
export function RegisterForm() {
  const t = useTranslations("auth");
  const locale = useLocale();
  const client = useTRPCClient();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useFaultForm({
    schema: registrationSchema,
    defaultValues: { email: "", locale },
    labels: { email: t("field.email") },
  });
  if (sentTo) {
    return (
      <NoticeBox tone="success" title={t("register.sentTitle")}>
        {t("register.sent", { email: sentTo })}
      </NoticeBox>
    );
  }
  const send = form.submit(async (values) => {
    await client.person.register.mutate(values);
    setSentTo(values.email);
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <Field id={form.idOf("email")} label={t("field.email")} error={form.errorOf("email")} required>
        {(aria) => <TextInput {...aria} {...form.register("email")} type="email" autoComplete="email" />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("register.submit")}
      </Button>
    </form>
  );
}
