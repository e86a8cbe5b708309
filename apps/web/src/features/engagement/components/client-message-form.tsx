"use client";

import { adviserMessageSchema } from "@lilink/contract";
import { Button, Field, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** The next message of an adviser, sent for its client. What is typed stays on this device until it is sent. [AV6] */
export function ClientMessageForm({
  publicId,
  client: name,
}: {
  readonly publicId: string;
  readonly client: string;
}) {
  const t = useTranslations("engagement.accompany");
  const client = useTRPCClient();
  const router = useRouter();
  const draft = `adviser:${publicId}`;
  const form = useFaultForm({
    schema: adviserMessageSchema,
    defaultValues: { publicId, body: "" },
    labels: { body: t("write") },
  });
  useKeptDraft(draft, form);
  const send = form.submit(async ({ body }) => {
    await client.engagement.write.mutate({ publicId, body });
    form.reset({ publicId, body: "" });
    forgetDraft(draft);
    toast({ tone: "success", title: t("sent") });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={send} noValidate className="no-print mt-5 flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} />
      <Field id={form.idOf("body")} label={t("write")} error={form.errorOf("body")} required>
        {(aria) => <TextArea {...aria} rows={4} {...form.register("body")} />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("send", { client: name })}
      </Button>
    </form>
  );
}
