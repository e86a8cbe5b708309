"use client";

import { declineIntroductionSchema } from "@lilink/contract";
import { declineReasons } from "@lilink/model/introduction";
import type { Opening } from "@lilink/model/posting";
import {
  Button,
  Checkbox,
  Field,
  FieldError,
  NoticeBox,
  RadioGroup,
  Select,
  TextArea,
  toast,
} from "@lilink/ui";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { OpeningList } from "./opening-list.tsx";

const { publicId, reason, note } = declineIntroductionSchema.shape;
const answerSchema = z
  .object({
    publicId,
    answer: z.enum(["accept", "decline"], "notChosen"),
    reason: z.union([reason, z.literal("")]),
    note,
    acknowledge: z.boolean(),
    competes: z.boolean(),
  })
  .refine((given) => given.answer !== "accept" || !given.competes || given.acknowledge, {
    path: ["acknowledge"],
    message: "notAcknowledged",
  })
  .refine((given) => given.answer !== "decline" || given.reason !== "", {
    path: ["reason"],
    message: "notChosen",
  });

export type AnswerPanelProps = {
  readonly publicId: string;
  readonly contact: { readonly name: string; readonly email: string } | null;
  readonly competes: boolean;
  readonly opens: Opening | null;
  /** It is about an achievement, of which the relay hears once both agree. */
  readonly isHandedOn: boolean;
  readonly mayWrite: boolean;
};

/** The asked side's answer: accept, or decline with one of eight reasons. */
export function AnswerPanel(props: AnswerPanelProps) {
  const t = useTranslations("introduction.answer");
  const reasons = useTranslations("introduction.decline");
  const opening = useTranslations("introduction.opens");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const draft = `answer:${props.publicId}`;
  const form = useFaultForm({
    schema: answerSchema,
    defaultValues: {
      publicId: props.publicId,
      reason: "",
      note: "",
      acknowledge: false,
      competes: props.competes,
    },
    labels: { answer: t("choice"), acknowledge: t("acknowledge"), reason: t("reason"), note: t("note") },
  });
  useKeptDraft(draft, form);
  const choice = form.watch("answer");
  const send = form.submit(async ({ answer, reason: why, note: text, acknowledge }) => {
    const given = { publicId: props.publicId, ...(text ? { note: text } : {}) };
    if (answer === "accept") await client.introduction.accept.mutate({ ...given, acknowledge });
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
      {props.competes ? (
        <NoticeBox tone="warning" title={t("competes")} className="mb-4 max-w-xl">
          {t("competesBody")}
        </NoticeBox>
      ) : null}
      <div className="mb-4">
        <OpeningList title={opening("answer")} opens={props.opens} competes={props.competes} />
      </div>
      {props.isHandedOn ? <p className="prose-measure mb-4 text-sm text-muted">{opening("relay")}</p> : null}
      {props.mayWrite ? (
        <form method="post" onSubmit={send} noValidate className="flex max-w-xl flex-col gap-5">
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
          {choice === "accept" && props.competes ? (
            <div>
              {form.errorOf("acknowledge") ? (
                <FieldError id={`${form.idOf("acknowledge")}-error`}>
                  {form.errorOf("acknowledge")}
                </FieldError>
              ) : null}
              <Checkbox
                id={form.idOf("acknowledge")}
                label={t("acknowledge")}
                {...form.register("acknowledge")}
              />
            </div>
          ) : null}
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
