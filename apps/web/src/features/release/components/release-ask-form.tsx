"use client";

import { releaseAskSchema } from "@lilink/contract";
import { releaseAudiences } from "@lilink/model/goals/release";
import { Button, Field, Select, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type ReleaseAskFormProps = {
  readonly rounds: readonly { readonly publicId: string; readonly period: string }[];
};

/** An officer asks for a release of what is verified of a period by now, and is led to it. */
export function ReleaseAskForm({ rounds }: ReleaseAskFormProps) {
  const t = useTranslations("release");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: releaseAskSchema,
    defaultValues: { round: rounds[0]?.publicId ?? "", audience: "everyone" as const },
    labels: { round: t("ask.round"), audience: t("ask.audience") },
  });
  const ask = form.submit(async (values) => {
    try {
      const { publicId } = await client.release.ask.mutate(values);
      toast({ title: t("ask.done"), tone: "success" });
      router.push(`/releases/${publicId}`);
    } catch (error) {
      const { code, params } = readPublicError(error);
      if (code !== "WRONG_STATE") throw error;
      toast({ title: t(params.state === "notDue" ? "ask.notDue" : "ask.making"), tone: "danger" });
    }
  });
  if (rounds.length === 0) return <p className="text-muted">{t("ask.none")}</p>;
  return (
    <form onSubmit={ask} noValidate className="flex max-w-xl flex-col gap-4">
      <FormErrors form={form} />
      <Field id={form.idOf("round")} label={t("ask.round")} error={form.errorOf("round")} required>
        {(aria) => (
          <Select
            {...aria}
            {...form.register("round")}
            options={rounds.map(({ publicId, period }) => ({ value: publicId, label: period }))}
            className="max-w-48"
          />
        )}
      </Field>
      <Field id={form.idOf("audience")} label={t("ask.audience")} error={form.errorOf("audience")} required>
        {(aria) => (
          <Select
            {...aria}
            {...form.register("audience")}
            options={releaseAudiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
            className="max-w-48"
          />
        )}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("ask.send")}
      </Button>
    </form>
  );
}
