"use client";

import { emailSchema, newPasswordSchema } from "@lilink/contract";
import { Button, Field, NoticeBox, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { NewPasswordField } from "./new-password-field.tsx";

const requestSchema = z.object({ email: emailSchema });
const resetSchema = z.object({ password: newPasswordSchema });
const minutes = 30;

export function RequestResetForm() {
  const t = useTranslations("auth");
  const locale = useLocale();
  const client = useTRPCClient();
  const [sent, setSent] = useState(false);
  const form = useFaultForm({
    schema: requestSchema,
    defaultValues: { email: "" },
    labels: { email: t("field.email") },
  });
  if (sent) return <NoticeBox tone="success">{t("reset.sent", { minutes })}</NoticeBox>;
  const send = form.submit(async ({ email }) => {
    await client.person.requestReset.mutate({ email, locale });
    setSent(true);
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <Field id={form.idOf("email")} label={t("field.email")} error={form.errorOf("email")} required>
        {(aria) => <TextInput {...aria} {...form.register("email")} type="email" autoComplete="email" />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("reset.submit")}
      </Button>
    </form>
  );
}

export function ResetForm({ token }: { readonly token: string }) {
  const t = useTranslations("auth");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: resetSchema,
    defaultValues: { password: "" },
    labels: { password: t("field.newPassword") },
  });
  const save = form.submit(async ({ password }) => {
    await client.person.resetPassword.mutate({ token, password });
    router.replace({ pathname: "/signin", query: { notice: "reset" } });
  });
  return (
    <form method="post" onSubmit={save} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <NewPasswordField
        id={form.idOf("password")}
        label={t("field.newPassword")}
        error={form.errorOf("password")}
        input={form.register("password")}
      />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("reset.newSubmit")}
      </Button>
    </form>
  );
}
