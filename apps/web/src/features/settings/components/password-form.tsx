"use client";

import { passwordChangeSchema } from "@lilink/contract";
import { Button, Field, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function PasswordForm() {
  const t = useTranslations("settings.security");
  const auth = useTranslations("auth.field");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: passwordChangeSchema,
    defaultValues: { current: "", next: "" },
    labels: { current: t("currentPassword"), next: t("newPassword") },
  });
  const save = form.submit(async (values) => {
    await client.person.changePassword.mutate(values);
    form.reset();
    toast({ title: t("changed"), tone: "success" });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={save} noValidate className="flex max-w-xl flex-col gap-5">
      <FormErrors form={form} />
      <Field id={form.idOf("current")} label={t("currentPassword")} error={form.errorOf("current")} required>
        {(aria) => (
          <TextInput
            {...aria}
            {...form.register("current")}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <Field
        id={form.idOf("next")}
        label={t("newPassword")}
        help={auth("passwordHelp")}
        error={form.errorOf("next")}
        required
      >
        {(aria) => (
          <TextInput {...aria} {...form.register("next")} type="password" autoComplete="new-password" />
        )}
      </Field>
      <Button type="submit" pending={form.pending} className="self-start">
        {t("changePassword")}
      </Button>
    </form>
  );
}
