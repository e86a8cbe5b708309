"use client";

import { memberInviteSchema } from "@lilink/contract";
import { locales } from "@lilink/i18n";
import { organizationRoles } from "@lilink/model/organization";
import { Button, Field, Select, TextInput, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function InviteForm() {
  const t = useTranslations("settings.members");
  const roles = useTranslations("auth.role");
  const common = useTranslations("common.locale");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: memberInviteSchema,
    defaultValues: { email: "", role: "editor", locale },
    labels: { email: t("inviteEmail"), role: t("role"), locale: t("inviteLocale") },
  });
  const send = form.submit(async (values) => {
    await client.member.invite.mutate(values);
    toast({ title: t("inviteSent", { email: values.email }), tone: "success" });
    form.reset();
    router.refresh();
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex flex-col gap-4">
      <FormErrors form={form} />
      <div className="grid items-end gap-4 sm:grid-cols-[minmax(14rem,24rem)_10rem_10rem_auto] sm:justify-start">
        <Field id={form.idOf("email")} label={t("inviteEmail")} error={form.errorOf("email")} required>
          {(aria) => <TextInput {...aria} {...form.register("email")} type="email" autoComplete="off" />}
        </Field>
        <Field id={form.idOf("role")} label={t("role")} error={form.errorOf("role")}>
          {(aria) => (
            <Select
              {...aria}
              {...form.register("role")}
              options={organizationRoles.map((value) => ({ value, label: roles(value) }))}
            />
          )}
        </Field>
        <Field id={form.idOf("locale")} label={t("inviteLocale")} error={form.errorOf("locale")}>
          {(aria) => (
            <Select
              {...aria}
              {...form.register("locale")}
              options={locales.map((value) => ({ value, label: common(value) }))}
            />
          )}
        </Field>
        <Button type="submit" variant="accent" pending={form.pending}>
          {t("sendInvite")}
        </Button>
      </div>
    </form>
  );
}
