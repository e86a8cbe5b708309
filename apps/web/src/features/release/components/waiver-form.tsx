"use client";

import { waiverGiveSchema } from "@lilink/contract";
import { Button, Field, Select, type SelectOption, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** An administrator lets the figures of one indicator be told. */
export function WaiverForm({ options }: { readonly options: readonly SelectOption[] }) {
  const t = useTranslations("release.waiver");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: waiverGiveSchema,
    defaultValues: { indicator: "" },
    labels: { indicator: t("indicator") },
  });
  const give = form.submit(async (values) => {
    await client.waiver.give.mutate(values);
    toast({ title: t("done"), tone: "success" });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={give} noValidate className="flex max-w-xl flex-col gap-4">
      <FormErrors form={form} />
      <Field id={form.idOf("indicator")} label={t("indicator")} error={form.errorOf("indicator")} required>
        {(aria) => (
          <Select {...aria} {...form.register("indicator")} placeholder={t("choose")} options={options} />
        )}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("give")}
      </Button>
    </form>
  );
}
