"use client";

import { webhookCreateSchema } from "@lilink/contract";
import { Button, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { OnceBox } from "./once-box.tsx";

/** Registers an address and shows its secret this once. */
export function WebhookForm() {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  const form = useFaultForm({
    schema: webhookCreateSchema,
    defaultValues: { url: "" },
    labels: { url: t("url") },
  });
  const create = form.submit(async (values) => {
    const { secret } = await client.webhook.create.mutate(values);
    setMade(secret);
    form.reset();
    router.refresh();
  });
  return (
    <form method="post" onSubmit={create} noValidate className="flex max-w-xl flex-col gap-5">
      {made ? <OnceBox title={t("createdTitle")} lead={t("once")} secret={made} /> : null}
      <FormErrors form={form} />
      <Field id={form.idOf("url")} label={t("url")} help={t("urlHelp")} error={form.errorOf("url")} required>
        {(aria) => <TextInput {...aria} {...form.register("url")} type="url" autoComplete="off" />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("create")}
      </Button>
    </form>
  );
}
