"use client";

import { releaseAskSchema } from "@lilink/contract";
import { formatPeriod } from "@lilink/i18n";
import { releaseAudiences } from "@lilink/model/goals/release";
import { Button, Field, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import type { AskableRound } from "../queries.ts";
import { ReleaseAskDialog } from "./release-ask-dialog.tsx";

export type ReleaseAskFormProps = { readonly rounds: readonly AskableRound[] };

/** An officer chooses a period and an audience; what is released by that is asked once more. */
export function ReleaseAskForm(props: ReleaseAskFormProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  const rounds = props.rounds.map((round) => ({ ...round, period: formatPeriod(round.period, locale) }));
  const choose = useTranslations("common.form")("choose");
  const [asked, setAsked] = useState<z.output<typeof releaseAskSchema> | null>(null);
  const form = useFaultForm({
    schema: releaseAskSchema,
    // Nobody releases to everyone by leaving a field alone.
    defaultValues: { round: rounds[0]?.publicId ?? "" },
    labels: { round: t("ask.round"), audience: t("ask.audience") },
  });
  const ask = form.submit(async (values) => setAsked(values));
  const round = rounds.find(({ publicId }) => publicId === asked?.round);
  if (rounds.length === 0) return <p className="text-muted">{t("ask.none")}</p>;
  return (
    <form method="post" onSubmit={ask} noValidate className="flex max-w-xl flex-col gap-4">
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
            options={[
              { value: "", label: choose },
              ...releaseAudiences.map((value) => ({ value, label: t(`audience.${value}`) })),
            ]}
            className="max-w-48"
          />
        )}
      </Field>
      <Button type="submit" variant="accent" className="self-start">
        {t("ask.send")}
      </Button>
      {asked && round ? (
        <ReleaseAskDialog round={round} audience={asked.audience} onClose={() => setAsked(null)} />
      ) : null}
    </form>
  );
}
