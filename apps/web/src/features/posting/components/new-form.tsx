"use client";

import { type ContentLanguage, type PostingKind, postingKinds } from "@lilink/model/posting";
import { type ToldKind, tellKind } from "@lilink/model/posting/kind";
import { Button, Field, FieldError, RadioGroup, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useCallback, useMemo, useState } from "react";
import { type FieldErrors, useForm } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { NewAddress } from "../view.ts";
import { wordButton } from "./form-part.tsx";
import { useLikelyKind } from "./use-likely-kind.ts";

export type NewFormProps = {
  readonly personId: string;
  /** What the address chose before. */
  readonly asked: NewAddress;
  readonly conceptName: string | null;
  readonly language: ContentLanguage;
};

type NewValues = { kind: PostingKind | ""; text: string };

/** The first step: what it is, and perhaps a paragraph to read it from. The draft exists from here on. */
export function NewForm({ personId, asked, conceptName, language }: NewFormProps) {
  const { concept } = asked;
  const keptAs = ["posting-new", personId, ...Object.values(asked)].join(":");
  const t = useTranslations("posting");
  const errors = useTranslations("error");
  const router = useRouter();
  const client = useTRPCClient();
  const form = useForm<NewValues>({
    defaultValues: { kind: asked.kind ?? "", text: "" },
    shouldFocusError: false,
  });
  useKeptDraft(keptAs, form);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const chosen = form.register("kind", {
    deps: ["text"],
    validate: (value, { text }) =>
      // A group of which none is chosen gives null once it was refused.
      Boolean(value) || (text.trim() !== "" && !tellKind(text) ? t("new.kindUnread") : t("new.kindMissing")),
  });
  const [kind, text] = form.watch(["kind", "text"]);
  const told = useMemo(() => tellKind(text), [text]);
  // What the address or somebody's own hand chose stays; a proposal follows the text. [PO30]
  const [isByHand, setByHand] = useState(asked.kind !== undefined);
  const { getValues, setValue } = form;
  const take = useCallback(
    (proposed: PostingKind | "") => {
      if (isByHand || (getValues("kind") ?? "") === proposed) return;
      setValue("kind", proposed, { shouldDirty: true, shouldValidate: proposed !== "" });
    },
    [isByHand, getValues, setValue],
  );
  const propose = (typed: string) => {
    const said = tellKind(typed);
    // What no words say is asked once the text has rested; until then the last answer stands.
    if (said || typed.trim() === "") take(said?.kind ?? "");
  };
  const { likely, askNow } = useLikelyKind(
    text,
    told === null && text.trim().length >= shortestText,
    useCallback((kind) => take(kind ?? ""), [take]),
  );

  // The text comes first: it tells the kind.
  const first = (missing: FieldErrors<NewValues>) => form.setFocus(missing.text ? "text" : "kind");
  const start = form.handleSubmit(async ({ kind, text }) => {
    if (!kind) return;
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
  }, first);
  // Whoever goes on before the text has rested gets the kind that it likely is, and no refusal.
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!getValues("kind")) {
      setPending(true);
      await askNow();
      setPending(false);
    }
    await start();
  };
  return (
    <form method="post" noValidate className="flex max-w-2xl flex-col gap-6" onSubmit={submit}>
      {conceptName ? <p className="font-medium">{t("new.concept", { name: conceptName })}</p> : null}
      <Field
        id="paste-text"
        label={t("paste.label")}
        error={form.formState.errors.text?.message}
        help={
          <>
            {t("paste.help")}
            <span className="pointer-coarse:hidden max-sm:hidden">
              {language === "en" ? " " : ""}
              {t("paste.keys")}
            </span>
          </>
        }
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={7}
            maxLength={8000}
            // What is read of it stays in sight below.
            className="max-h-72 overflow-y-auto"
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            {...form.register("text", {
              onChange: (event) => propose(event.target.value),
              validate: (value, { kind }) => Boolean(kind) || value.trim() !== "" || t("new.textMissing"),
            })}
          />
        )}
      </Field>
      {text.trim() === "" ? (
        <ExampleText
          kind={kind === "" ? "need" : kind}
          use={(example) => {
            form.setValue("text", example, { shouldDirty: true });
            propose(example);
            document.getElementById("paste-text")?.focus();
          }}
        />
      ) : null}
      <RadioGroup
        id="posting-kind"
        {...chosen}
        onChange={(event) => {
          setByHand(true);
          return chosen.onChange(event);
        }}
        legend={t("new.kind")}
        error={form.formState.errors.kind?.message}
        options={postingKinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          help: t(`kindHelp.${value}`),
        }))}
        className="[&_label]:rounded-md [&_label]:border [&_label]:border-line [&_label]:px-4 [&_label]:py-3 [&_label:has(:checked)]:border-ink [&>div]:gap-2 sm:[&>div]:grid sm:[&>div]:grid-cols-3"
      />
      <KindNote
        isRefused={form.formState.errors.kind !== undefined}
        told={told}
        likely={likely}
        kind={kind}
        isBlank={text.trim().length < shortestText}
      />
      {failure ? <FieldError id="new-failure">{failure}</FieldError> : null}
      <Button type="submit" variant="accent" size="lg" className="self-start" pending={pending}>
        {t("new.start")}
      </Button>
    </form>
  );
}

/** A short example for whoever does not know how to begin; it fills nothing until it is pressed. */
function ExampleText({ kind, use }: { readonly kind: PostingKind; readonly use: (text: string) => void }) {
  const t = useTranslations("posting.new");
  const [isShown, show] = useState(false);
  const example = t(`example.${kind}`);
  return (
    <div className="-mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-muted">
      <button type="button" className={wordButton} aria-expanded={isShown} onClick={() => show(!isShown)}>
        {t("exampleShow")}
      </button>
      {isShown ? (
        <>
          <q className="basis-full leading-relaxed">{example}</q>
          <button type="button" className={wordButton} onClick={() => use(example)}>
            {t("exampleUse")}
          </button>
        </>
      ) : null}
    </div>
  );
}

/** Fewer letters say nothing yet. */
const shortestText = 12;

type KindNoteProps = {
  readonly told: ToldKind | null;
  readonly likely: PostingKind | null;
  readonly kind: PostingKind | "";
  readonly isBlank: boolean;
  /** Whether the choice says already that it is missing. */
  readonly isRefused: boolean;
};

/** Which words of the text chose the kind, or speak against the one that is chosen. */
function KindNote({ told, likely, kind, isBlank, isRefused }: KindNoteProps) {
  const t = useTranslations("posting.new");
  const locale = useLocale();
  const words = () => {
    if (told && told.kind === kind) return t("kindRead", { quote: told.quote, kind: told.kind });
    if (told?.kind) return t("kindOther", { quote: told.quote, kind: told.kind });
    if (likely !== null && likely === kind) return t("kindLikely", { kind });
    if (kind || isBlank || isRefused) return null;
    return told
      ? t("kindMixed", {
          quotes: new Intl.ListFormat(locale).format(told.quotes.map((quote) => `“${quote}”`)),
        })
      : t("kindUnread");
  };
  return (
    <p role="status" className="-mt-3 text-sm text-muted empty:hidden">
      {words()}
    </p>
  );
}
