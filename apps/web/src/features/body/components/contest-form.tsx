"use client";

import { factContestSchema } from "@lilink/contract";
import { type ContestedFact, contestable } from "@lilink/model/organization";
import { Button, Field, NoticeBox, Select, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type ContestFormProps = {
  readonly publicId: string;
  readonly fact: ContestedFact;
  /** What each fact reads now, in words; those that say nothing are no choice. */
  readonly stands: Readonly<Partial<Record<ContestedFact, string>>>;
};

/** What is wrong, what it should read, and what shows it. [BD7] */
export function ContestForm({ publicId, fact, stands }: ContestFormProps) {
  const t = useTranslations("body");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: factContestSchema,
    defaultValues: { fact, wanted: "", place: "", reason: "" },
    labels: {
      fact: t("contest.fact"),
      place: t("contest.place"),
      wanted: t("contest.wanted"),
      reason: t("contest.reason"),
    },
  });
  const draft = `contest:${publicId}`;
  useKeptDraft(draft, form);
  const chosen = form.watch("fact");
  const now = stands[chosen];
  const send = form.submit(async (values) => {
    await client.fact.contest.mutate(values);
    forgetDraft(draft);
    router.push(`/organizations/${publicId}#facts`);
    router.refresh();
  });
  const offered = contestable.filter((one) => one === "elsewhere" || stands[one] !== undefined);
  return (
    <form method="post" onSubmit={send} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <Field id={form.idOf("fact")} label={t("contest.fact")} error={form.errorOf("fact")} required>
        {(aria) => (
          <Select
            {...aria}
            {...form.register("fact")}
            options={offered.map((value) => ({ value, label: t(`fact.${value}`) }))}
          />
        )}
      </Field>
      {now ? <NoticeBox>{t("contest.stands", { value: now })}</NoticeBox> : null}
      {chosen === "elsewhere" ? (
        <Field
          id={form.idOf("place")}
          label={t("contest.place")}
          help={t("contest.placeHelp")}
          error={form.errorOf("place")}
          required
        >
          {(aria) => <TextInput {...aria} {...form.register("place")} />}
        </Field>
      ) : null}
      <Field
        id={form.idOf("wanted")}
        label={t("contest.wanted")}
        help={t(chosen === "country" ? "contest.wantedHelp.country" : "contest.wantedHelp.other")}
        error={form.errorOf("wanted")}
        required
      >
        {(aria) => <TextInput {...aria} {...form.register("wanted")} />}
      </Field>
      <Field
        id={form.idOf("reason")}
        label={t("contest.reason")}
        help={t("contest.reasonHelp")}
        error={form.errorOf("reason")}
        required
      >
        {(aria) => <TextArea {...aria} rows={5} {...form.register("reason")} />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("contest.send")}
      </Button>
    </form>
  );
}
