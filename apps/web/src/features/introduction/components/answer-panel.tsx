"use client";

import { declineIntroductionSchema } from "@lilink/contract";
import { declineReasons } from "@lilink/model/introduction";
import { Button, Field, NoticeBox, RadioGroup, Select, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const { publicId, reason, note } = declineIntroductionSchema.shape;
const answerSchema = z
  .object({
    publicId,
    answer: z.enum(["accept", "decline"], "required"),
    reason: z.union([reason, z.literal("")]),
    note,
  })
  .refine((given) => given.answer !== "decline" || given.reason !== "", {
    path: ["reason"],
    message: "required",
  });

export type AnswerPanelProps = {
  readonly publicId: string;
  readonly contact: { readonly name: string; readonly email: string } | null;
  readonly mayWrite: boolean;
};

/** The asked side's answer: accept, or decline with one of eight reasons. */
export function AnswerPanel(props: AnswerPanelProps) {
  const t = useTranslations("introduction.answer");
  const reasons = useTranslations("introduction.decline");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const draft = `answer:${props.publicId}`;
  const form = useFaultForm({
    schema: answerSchema,
    defaultValues: { publicId: props.publicId, reason: "", note: "" },
    labels: { answer: t("choice"), reason: t("reason"), note: t("note") },
  });
  useKeptDraft(draft, form);
  const choice = form.watch("answer");
  const send = form.submit(async ({ answer, reason: why, note: text }) => {
    const given = { publicId: props.publicId, ...(text ? { note: text } : {}) };
    if (answer === "accept") await client.introduction.accept.mutate(given);
    else await client.introduction.decline.mutate({ ...given, reason: why === "" ? "other" : why });
    forgetDraft(draft);
    toast({ tone: "success", title: t(answer === "accept" ? "accepted" : "declined") });
    router.refresh();
  });
  return (
    <section aria-labelledby="answer-title" className="mb-10 border-y border-line py-5">
      <h2 id="answer-title" className="mb-1 text-lg">
        {t("title")}
      </h2>
      <p className="prose-measure mb-4 text-muted">{t("body")}</p>
      {props.mayWrite ? (
        <form onSubmit={send} noValidate className="flex max-w-xl flex-col gap-5">
          <FormErrors form={form} />
          <RadioGroup
            id={form.idOf("answer")}
            legend={t("choice")}
            error={form.errorOf("answer")}
            options={[
              {
                value: "accept",
                label: t("accept"),
                ...(props.contact ? { help: t("acceptHelp", { ...props.contact }) } : {}),
              },
              { value: "decline", label: t("decline"), help: t("declineHelp") },
            ]}
            {...form.register("answer")}
          />
          {choice === "decline" ? (
            <Field id={form.idOf("reason")} label={t("reason")} error={form.errorOf("reason")} required>
              {(aria) => (
                <Select
                  {...aria}
                  placeholder={common("form.choose")}
                  options={declineReasons.map((code) => ({ value: code, label: reasons(code) }))}
                  {...form.register("reason")}
                />
              )}
            </Field>
          ) : null}
          <Field
            id={form.idOf("note")}
            label={t("note")}
            optional={common("state.optional")}
            error={form.errorOf("note")}
          >
            {(aria) => <TextArea {...aria} rows={3} {...form.register("note")} />}
          </Field>
          <Button type="submit" variant="accent" pending={form.pending} className="self-start">
            {t("send")}
          </Button>
        </form>
      ) : (
        <NoticeBox>{t("reader")}</NoticeBox>
      )}
    </section>
  );
}
