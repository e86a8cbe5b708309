"use client";

import { type ContentLanguage, type PostingKind, postingKinds } from "@lilink/model/posting";
import { Button, Field, FieldError, RadioGroup, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { NewAddress } from "../view.ts";

export type NewFormProps = {
  readonly personId: string;
  /** What the address chose before. */
  readonly asked: NewAddress;
  readonly conceptName: string | null;
  readonly language: ContentLanguage;
};

/** The first step: what it is, and perhaps a paragraph to read it from. The draft exists from here on. */
export function NewForm({ personId, asked, conceptName, language }: NewFormProps) {
  const { concept } = asked;
  const keptAs = ["posting-new", personId, ...Object.values(asked)].join(":");
  const t = useTranslations("posting");
  const errors = useTranslations("error");
  const state = useTranslations("common.state");
  const router = useRouter();
  const client = useTRPCClient();
  const form = useForm<{ kind: PostingKind | ""; text: string }>({
    defaultValues: { kind: asked.kind ?? "", text: "" },
  });
  useKeptDraft(keptAs, form);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const required = t("new.kindMissing");

  const start = form.handleSubmit(async ({ kind, text }) => {
    if (kind === "") return;
    setPending(true);
    setFailure(null);
    try {
      const { publicId } = await client.posting.create.mutate({
        kind,
        content: {
          language,
          ...(concept ? { concept } : {}),
          ...(text.trim() ? { description: text.trim() } : {}),
        },
      });
      forgetDraft(keptAs);
      router.push(`/postings/${publicId}/edit`);
    } catch (error) {
      setFailure(toErrorMessage(error, {}, errors).text);
      setPending(false);
    }
  });
  return (
    <form method="post" noValidate className="flex max-w-2xl flex-col gap-6" onSubmit={start}>
      {conceptName ? <p className="font-medium">{t("new.concept", { name: conceptName })}</p> : null}
      <RadioGroup
        id="posting-kind"
        {...form.register("kind", { required })}
        legend={t("new.kind")}
        error={form.formState.errors.kind?.message}
        options={postingKinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          help: t(`kindHelp.${value}`),
        }))}
        className="[&_label]:rounded-md [&_label]:border [&_label]:border-line [&_label]:px-4 [&_label]:py-3 [&_label:has(:checked)]:border-ink [&>div]:gap-2"
      />
      <Field
        id="paste-text"
        label={t("paste.label")}
        help={
          <>
            {t("paste.help")}
            <span className="pointer-coarse:hidden max-sm:hidden">
              {language === "en" ? " " : ""}
              {t("paste.keys")}
            </span>
          </>
        }
        optional={state("optional")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={5}
            maxLength={8000}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            {...form.register("text")}
          />
        )}
      </Field>
      {failure ? <FieldError id="new-failure">{failure}</FieldError> : null}
      <Button type="submit" variant="accent" size="lg" className="self-start" pending={pending}>
        {t("new.start")}
      </Button>
    </form>
  );
}
