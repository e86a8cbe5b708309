"use client";

import { proposeEntrySchema, toDecimalText } from "@lilink/contract";
import { formatDate } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { ledgerSteps, ledgerUnits } from "@lilink/model/introduction";
import { Button, Field, InputRow, RadioGroup, Select, TextInput, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { unitName } from "#features/posting/view.ts";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type LedgerFormProps = {
  readonly publicId: string;
  /** When interest was sent: a step before it is asked about, for the two may have met earlier. */
  readonly began: Date;
};

/** Records a step. It opens in place, for most visits come to read. */
export function LedgerForm(props: LedgerFormProps) {
  const t = useTranslations("introduction.ledger");
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button className="no-print mt-4" onClick={() => setOpen(true)}>
        {t("propose")}
      </Button>
    );
  }
  return <OpenForm {...props} close={() => setOpen(false)} />;
}

function OpenForm({ publicId, began, close }: LedgerFormProps & { readonly close: () => void }) {
  const t = useTranslations("introduction.ledger");
  const common = useTranslations("common");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: proposeEntrySchema,
    defaultValues: { publicId, occurredOn: toShanghaiDate(new Date()), unit: "t", note: "" },
    labels: {
      step: t("step"),
      occurredOn: t("date"),
      amount: t("amount"),
      unit: t("unit"),
      note: t("note"),
    },
  });
  const day = form.watch("occurredOn");
  const isEarly = typeof day === "string" && day !== "" && day < toShanghaiDate(began);
  const isVolume = form.watch("step") === "volume";
  const send = form.submit(async (values) => {
    await client.introduction.propose.mutate(values);
    toast({ tone: "success", title: t("proposed") });
    close();
    router.refresh();
  });
  return (
    <form method="post" onSubmit={send} noValidate className="no-print mt-5 flex max-w-xl flex-col gap-5">
      <FormErrors form={form} />
      <RadioGroup
        id={form.idOf("step")}
        legend={t("step")}
        inline
        error={form.errorOf("step")}
        options={ledgerSteps.map((step) => ({ value: step, label: t(`steps.${step}`) }))}
        {...form.register("step")}
      />
      <Field
        id={form.idOf("occurredOn")}
        label={t("date")}
        help={t("dateHelp")}
        error={form.errorOf("occurredOn")}
        required
      >
        {(aria) => (
          <TextInput
            {...aria}
            type="date"
            max={toShanghaiDate(new Date())}
            className="w-48"
            {...form.register("occurredOn")}
          />
        )}
      </Field>
      <div role="status">
        {isEarly ? (
          <p className="text-sm text-warning">{t("early", { date: formatDate(began, locale) })}</p>
        ) : null}
      </div>
      {isVolume ? (
        <Field
          id={form.idOf("amount")}
          label={t("amount")}
          error={form.errorOf("amount") ?? form.errorOf("unit")}
          required
        >
          {(aria) => (
            <InputRow className="max-w-xs">
              <TextInput
                {...aria}
                inputMode="decimal"
                {...form.register("amount", {
                  setValueAs: (text) => (text === "" ? undefined : toDecimalText(text)),
                })}
              />
              <Select
                aria-label={t("unit")}
                options={ledgerUnits.map((unit) => ({ value: unit, label: unitName(unit, locale) }))}
                {...form.register("unit")}
              />
            </InputRow>
          )}
        </Field>
      ) : null}
      <Field
        id={form.idOf("note")}
        label={t("note")}
        optional={common("state.optional")}
        error={form.errorOf("note")}
      >
        {(aria) => <TextInput {...aria} {...form.register("note")} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" pending={form.pending}>
          {t("send")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {common("action.cancel")}
        </Button>
      </div>
    </form>
  );
}
