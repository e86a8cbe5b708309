"use client";

import { openRoundSchema } from "@lilink/contract";
import { Button, Field, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Opens a period for all organizations that owe it. */
export function OpenRoundForm({ suggested }: { readonly suggested: string }) {
  const t = useTranslations("return.round");
  const common = useTranslations("common.state");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: openRoundSchema,
    defaultValues: { period: suggested },
    labels: { period: t("period"), workingDays: t("workingDays") },
  });
  const send = form.submit(async (values) => {
    const { forms } = await client.return.openRound.mutate(values);
    toast({ title: t("opened", { count: forms }), tone: "success" });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex max-w-xl flex-col gap-4">
      <FormErrors form={form} />
      <Field
        id={form.idOf("period")}
        label={t("period")}
        help={t("periodHelp")}
        error={form.errorOf("period")}
        required
      >
        {(aria) => (
          <TextInput {...aria} {...form.register("period")} autoComplete="off" className="max-w-48" />
        )}
      </Field>
      <Field
        id={form.idOf("workingDays")}
        label={t("workingDays")}
        help={t("workingDaysHelp")}
        optional={common("optional")}
        error={form.errorOf("workingDays")}
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...form.register("workingDays", {
              setValueAs: (value: string | undefined) => (value ? Number(value) : undefined),
            })}
            inputMode="numeric"
            className="max-w-48"
          />
        )}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}
