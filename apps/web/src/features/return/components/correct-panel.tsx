"use client";

import { correctReturnSchema } from "@lilink/contract";
import { Button, Field, Section, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Takes back what was handed in, as a new version with a reason. */
export function CorrectPanel({ publicId, version }: { readonly publicId: string; readonly version: number }) {
  const t = useTranslations("return.correct");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: correctReturnSchema,
    defaultValues: { publicId, version, reason: "" },
    labels: { reason: t("reason") },
  });
  const send = form.submit(async (values) => {
    await client.return.correct.mutate(values);
    toast({ title: t("done"), tone: "success" });
    router.refresh();
  });
  return (
    <Section id="correct" title={t("title")}>
      <form method="post" onSubmit={send} noValidate className="flex max-w-2xl flex-col gap-4">
        <p className="text-muted">{t("help")}</p>
        <FormErrors form={form} />
        <Field id={form.idOf("reason")} label={t("reason")} error={form.errorOf("reason")} required>
          {(aria) => <TextArea {...aria} rows={2} {...form.register("reason")} />}
        </Field>
        <Button type="submit" pending={form.pending} className="self-start">
          {t("send")}
        </Button>
      </form>
    </Section>
  );
}
