"use client";

import { introductionForm, tooShort } from "@lilink/contract";
import { formatDate } from "@lilink/i18n";
import { interestAims } from "@lilink/model/introduction";
import { findContacts, type Opening } from "@lilink/model/posting";
import { Button, Checkbox, Field, NoticeBox, RadioGroup, Select, TextArea, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { DoubtNote, DoubtTick } from "#features/posting/components/doubt-note.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { OpeningList } from "./opening-list.tsx";

const formSchema = introductionForm.pick({ own: true, aim: true, message: true }).extend({
  named: z.boolean(),
  question: z.string().trim().min(5, tooShort).max(300, "tooLong").optional(),
});
const emptyToNone = { setValueAs: (text: string | undefined) => text || undefined };

export type InterestFormProps = {
  /** What is asked for; null where it is the achievement. */
  readonly posting: string | null;
  /** What is asked for or, beside a need, the own one that may be offered with it. */
  readonly achievement: { readonly publicId: string; readonly title: string } | null;
  readonly own: readonly {
    readonly publicId: string;
    readonly title: string;
    readonly opens: Opening;
    /** Whether the asked posting, by what it shows, competes with this one. */
    readonly rival: boolean;
    /** Whether it shows the own name to every member already. */
    readonly named: boolean;
  }[];
  readonly chosenOwn: string | undefined;
  /** The figures and conditions that the match does not know, with the question that asks for them. */
  readonly question: {
    readonly attributes: readonly string[];
    readonly terms: readonly string[];
    readonly text: string;
  } | null;
  readonly ownNames: readonly string[];
  readonly contact: { readonly name: string; readonly email: string } | null;
};

/** Interest in four answers; the question about an unknown figure stands there already. */
export function InterestForm({
  posting,
  achievement,
  own,
  chosenOwn,
  question,
  ownNames,
  contact,
}: InterestFormProps) {
  const t = useTranslations("introduction.ask");
  const step = useTranslations("introduction.detail");
  const aims = useTranslations("introduction.aim");
  const opening = useTranslations("introduction.opens");
  const doubt = useTranslations("posting.doubt");
  const common = useTranslations("common");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const draft = `interest:${posting ?? achievement?.publicId}:${[...(question?.attributes ?? []), ...(question?.terms ?? [])].join()}`;
  const form = useFaultForm({
    schema: formSchema,
    defaultValues: {
      named: false,
      message: "",
      own: chosenOwn,
      question: question?.text,
    },
    labels: {
      aim: step("aim"),
      message: t("message"),
      own: t(posting ? "own" : "ownNeed"),
      question: t("question"),
    },
  });
  useKeptDraft(draft, form);
  const [ticked, setTicked] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const doubtsIn = (name: "message" | "question") => findContacts(form.watch(name) ?? "", ownNames);
  const doubts = { message: doubtsIn("message"), question: doubtsIn("question") };
  const doubtful = doubts.message.length + doubts.question.length > 0;
  const refused = refusals > 0 && doubtful && !ticked;
  const send = form.submit(async ({ question: text, own: ownPosting, named, ...values }) => {
    // A question about several matters is of no figure alone.
    const [attribute, ...more] = question?.attributes ?? [];
    const isAlone = more.length + (question?.terms.length ?? 0) === 0;
    const made = await client.introduction.ask.mutate({
      ...values,
      ...(posting ? { posting } : {}),
      ...(achievement && (!posting || named) ? { achievement: achievement.publicId } : {}),
      ...(ownPosting ? { own: ownPosting } : {}),
      ...(text ? { question: { text, ...(attribute && isAlone ? { attribute } : {}) } } : {}),
      ...(ticked ? { acknowledgeDoubts: true } : {}),
    });
    forgetDraft(draft);
    toast({ tone: "success", title: t("sent", { date: formatDate(made.dueAt, locale) }) });
    router.push(`/introductions/${made.publicId}`);
  });
  const optional = common("state.optional");
  const attached = own.find(({ publicId }) => publicId === form.watch("own"));
  // Either shows the own name before the other side answers.
  const isNamed = attached?.named === true || (posting !== null && form.watch("named"));
  return (
    <form
      method="post"
      onSubmit={(event) => {
        const passes = !doubtful || ticked;
        if (passes) return send(event);
        setRefusals(refusals + 1);
        event.preventDefault();
      }}
      noValidate
      className="flex max-w-2xl flex-col gap-6"
    >
      <FormErrors
        form={{
          summary: [
            ...form.summary,
            ...(refused ? [{ fieldId: form.idOf("doubts"), text: doubt("refused") }] : []),
          ],
          attempt: form.attempt + refusals,
        }}
      />
      <RadioGroup
        id={form.idOf("aim")}
        legend={t("aim")}
        inline
        error={form.errorOf("aim")}
        options={interestAims.map((aim) => ({ value: aim, label: aims(aim) }))}
        {...form.register("aim")}
      />
      <Field
        id={form.idOf("message")}
        label={t("message")}
        help={t(posting ? "messageHelp" : "messageHelpAchievement")}
        error={form.errorOf("message")}
        required
      >
        {(aria) => <TextArea {...aria} rows={5} {...form.register("message")} />}
      </Field>
      <DoubtNote doubts={doubts.message} />
      <Field
        id={form.idOf("question")}
        label={t("question")}
        help={t("questionHelp")}
        optional={optional}
        error={form.errorOf("question")}
      >
        {(aria) => <TextArea {...aria} rows={2} {...form.register("question", emptyToNone)} />}
      </Field>
      <DoubtNote doubts={doubts.question} />
      {own.length > 0 ? (
        <Field
          id={form.idOf("own")}
          label={t(posting ? "own" : "ownNeed")}
          help={t("ownHelp")}
          optional={optional}
          error={form.errorOf("own")}
        >
          {(aria) => (
            <Select
              {...aria}
              placeholder={t(posting ? "ownNone" : "ownNeedNone")}
              options={own.map(({ publicId, title }) => ({ value: publicId, label: title }))}
              {...form.register("own", emptyToNone)}
            />
          )}
        </Field>
      ) : null}
      {achievement && posting ? (
        <Checkbox
          id={form.idOf("named")}
          label={t("named", { title: achievement.title })}
          help={t("namedHelp")}
          {...form.register("named")}
        />
      ) : null}
      {attached ? (
        <OpeningList title={opening("ask")} opens={attached.opens} competes={null} isNamed={isNamed} />
      ) : null}
      {attached?.rival ? (
        <NoticeBox tone="warning" title={opening("rival")}>
          {opening("rivalNote")}
        </NoticeBox>
      ) : null}
      {achievement && (!posting || form.watch("named")) ? (
        <p className="text-sm text-muted">{opening("relay")}</p>
      ) : null}
      <p className="text-sm text-muted">
        {opening(isNamed ? "toldNamed" : posting ? "told" : "toldAchievement")}
      </p>
      {contact ? (
        <p className="text-sm text-muted">
          <span className="block font-medium text-ink">{t("contact")}</span>
          {t("contactBody", { ...contact })}
        </p>
      ) : null}
      {doubtful ? (
        <DoubtTick
          id={form.idOf("doubts")}
          label={doubt("send")}
          ticked={ticked}
          refused={refused}
          onTick={setTicked}
        />
      ) : null}
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}
