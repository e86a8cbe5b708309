"use client";

import { openTicketSchema } from "@lilink/contract";
import { dutyRules } from "@lilink/model/duty";
import { supportKinds, supportUrgencies } from "@lilink/model/introduction";
import { Button, Field, RadioGroup, TextArea, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const schema = openTicketSchema.omit({ files: true });
const days = (clock: "answer" | "resolve", urgency: (typeof supportUrgencies)[number]) =>
  dutyRules[`support_ticket.${clock}`].workingDays[urgency];

/** A new ticket. It opens in place, for most visits come to read. [SP1] */
export function TicketForm({ introduction }: { readonly introduction: string }) {
  const t = useTranslations("support.form");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button className="no-print mt-4" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
    );
  return <OpenForm introduction={introduction} close={() => setOpen(false)} />;
}

function OpenForm({ introduction, close }: { readonly introduction: string; readonly close: () => void }) {
  const t = useTranslations("support");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const router = useRouter();
  const draft = `newTicket:${introduction}`;
  const form = useFaultForm({
    schema,
    defaultValues: { introduction, urgency: "normal", subject: "", body: "" },
    labels: {
      kind: t("form.kind"),
      urgency: t("form.urgency"),
      subject: t("form.subject"),
      body: t("form.body"),
    },
  });
  useKeptDraft(draft, form);
  const send = form.submit(async (values) => {
    const { publicId } = await client.support.open.mutate(values);
    forgetDraft(draft);
    toast({ tone: "success", title: t("form.sent") });
    router.push(`/introductions/${introduction}/support/${publicId}`);
  });
  return (
    <form method="post" onSubmit={send} noValidate className="no-print mt-5 flex max-w-2xl flex-col gap-5">
      <h3>{t("form.title")}</h3>
      <FormErrors form={form} />
      <RadioGroup
        id={form.idOf("kind")}
        legend={t("form.kind")}
        inline
        error={form.errorOf("kind")}
        options={supportKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.register("kind")}
      />
      <RadioGroup
        id={form.idOf("urgency")}
        legend={t("form.urgency")}
        error={form.errorOf("urgency")}
        options={supportUrgencies.map((value) => ({
          value,
          label: t(`urgency.${value}`),
          help: t(`urgencyHelp.${value}`, { answer: days("answer", value), resolve: days("resolve", value) }),
        }))}
        {...form.register("urgency")}
      />
      <Field
        id={form.idOf("subject")}
        label={t("form.subject")}
        help={t("form.subjectHelp")}
        error={form.errorOf("subject")}
        required
      >
        {(aria) => <TextInput {...aria} {...form.register("subject")} />}
      </Field>
      <Field
        id={form.idOf("body")}
        label={t("form.body")}
        help={t("form.bodyHelp")}
        error={form.errorOf("body")}
        required
      >
        {(aria) => <TextArea {...aria} rows={5} {...form.register("body")} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="accent" pending={form.pending}>
          {t("form.send")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
