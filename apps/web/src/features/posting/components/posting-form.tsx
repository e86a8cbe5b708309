"use client";

import type { DisclosureLevel, PostingContent, PostingFile, PostingKind } from "@lilink/model/posting";
import { Button, type ComboboxOption, ErrorSummary, Sheet, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { SaveStatus } from "#components/save-status.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { forgetCopy } from "#lib/form/local-copy.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { type DraftValues, isEmptyFigure, toDraftValues } from "./draft-values.ts";
import { FormSections } from "./form-sections.tsx";
import { controlId, type FormTools, FormToolsProvider } from "./form-tools.tsx";
import { KeptNotice } from "./kept-notice.tsx";
import { localCopyKey } from "./local-copy.ts";
import { PasteBox } from "./paste-box.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { SubmitPanel, type SubmitPanelProps } from "./submit-panel.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useFaults } from "./use-faults.ts";

export type PostingFormProps = {
  readonly personId: string;
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly content: Partial<PostingContent>;
  readonly levels: Readonly<Record<string, DisclosureLevel>>;
  readonly revision: number;
  readonly savedAt: Date;
  readonly validDays: number;
  readonly files: readonly PostingFile[];
  readonly identity: FormTools["identity"];
  readonly concepts: readonly ComboboxOption[];
  readonly isUpdate: boolean;
  /** Why it cannot be handed in now. */
  readonly waits: SubmitPanelProps["waits"];
};

/** The guided form: one column, saved as one types, with a live preview beside it. */
export function PostingForm(props: PostingFormProps) {
  const { publicId, kind, concepts, identity } = props;
  const t = useTranslations("posting");
  const common = useTranslations("common");
  const errors = useTranslations("error");
  const router = useRouter();
  const client = useTRPCClient();
  const form = useForm<DraftValues>({
    defaultValues: toDraftValues(props.content, props.levels, props.validDays),
    shouldFocusError: false,
  });
  const copyKey = localCopyKey(props.personId, publicId);
  const saving = useAutosave({ publicId, copyKey, form, revision: props.revision, savedAt: props.savedAt });
  const { check, setFaults, messages, errorOf } = useFaults(kind);
  const [files, setFiles] = useState(props.files);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    if (attempt > 0 && saving.state.kind === "saved") check(form.getValues());
  }, [attempt, saving.state, check, form]);

  const tools = useMemo<FormTools>(
    () => ({
      publicId,
      kind,
      concepts,
      identity,
      files,
      errorOf,
      addFile: (file) => setFiles((known) => [...known, file]),
    }),
    [publicId, kind, concepts, identity, files, errorOf],
  );

  const submit = async (changeNote: string, acknowledgeDoubts: boolean, isDoubted: boolean) => {
    setFailure(null);
    setRefused(isDoubted);
    const figures = form.getValues("figures");
    if (figures.some(isEmptyFigure))
      form.setValue(
        "figures",
        figures.filter((one) => !isEmptyFigure(one)),
      );
    setAttempt((count) => count + 1);
    if (check(form.getValues()).length > 0 || isDoubted) return;
    setPending(true);
    try {
      if (!(await saving.flush())) return;
      await client.posting.submit.mutate({
        publicId,
        ...(changeNote ? { changeNote } : {}),
        ...(acknowledgeDoubts ? { acknowledgeDoubts } : {}),
      });
      // Handed in past an offer of older text: what was left unanswered is not offered again.
      forgetCopy(copyKey);
      toast({ title: t("edit.submitted"), tone: "success" });
      router.push(`/postings/${publicId}`);
      router.refresh();
    } catch (error) {
      const { faults } = readPublicError(error);
      if (faults.length > 0) setFaults(faults);
      else setFailure(toErrorMessage(error, {}, errors).text);
    } finally {
      setPending(false);
    }
  };

  const summary = [
    ...(failure ? [{ text: failure }] : []),
    ...messages.map(({ field, text }) => ({ fieldId: controlId(field), text })),
    ...(refused ? [{ fieldId: controlId("doubts"), text: t("doubt.refused") }] : []),
  ];
  return (
    <FormProvider {...form}>
      <FormToolsProvider value={tools}>
        <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <form
            method="post"
            noValidate
            onSubmit={(event) => event.preventDefault()}
            className="flex max-w-2xl flex-col gap-8"
          >
            <ErrorSummary
              title={common("form.errorTitle", { count: summary.length })}
              errors={summary}
              attempt={attempt}
            />
            <KeptNotice copyKey={copyKey} />
            {saving.state.kind === "conflict" ? <ConflictNotice continueFrom={saving.continueFrom} /> : null}
            <PasteBox publicId={publicId} />
            <FormSections />
            <SubmitPanel
              isUpdate={props.isUpdate}
              waits={props.waits}
              pending={pending}
              refused={refused}
              clearRefusal={() => setRefused(false)}
              submit={submit}
            />
            <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-ground px-4 py-2 lg:bottom-0 lg:mx-0 lg:px-0">
              <SaveStatus state={saving.state} />
              <div className="xl:hidden">
                <Sheet
                  title={t("preview.title")}
                  closeLabel={common("action.close")}
                  trigger={<Button size="sm">{t("preview.open")}</Button>}
                >
                  <PreviewPanel />
                </Sheet>
              </div>
            </div>
          </form>
          <aside
            aria-label={t("preview.title")}
            className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] self-start overflow-y-auto border-l border-line pl-6 xl:block"
          >
            <h2 className="mb-3 text-lg">{t("preview.title")}</h2>
            <PreviewPanel />
          </aside>
        </div>
      </FormToolsProvider>
    </FormProvider>
  );
}
