"use client";

import { fileTypes, writeMessageSchema } from "@lilink/contract";
import { Button, Field, FieldError, Tag, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { uploadFile } from "#lib/upload-file.ts";

type Stored = Awaited<ReturnType<typeof uploadFile>>;
const accepted = [...Object.keys(fileTypes).map((extension) => `.${extension}`), ".jpeg"].join(",");
const bodySchema = writeMessageSchema.pick({ publicId: true, body: true });

/** The next message of a thread, with files that are taken in one after another. */
export function MessageForm({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("introduction.thread");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const [files, setFiles] = useState<readonly Stored[]>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const draft = `message:${publicId}`;
  const form = useFaultForm({
    schema: bodySchema,
    defaultValues: { publicId, body: "" },
    labels: { body: t("body") },
  });
  useKeptDraft(draft, form);
  const take = async (chosen: readonly File[]) => {
    setFailure(null);
    try {
      for (const file of chosen) {
        setBusy(file.name);
        const stored = await uploadFile({ kind: "introduction", publicId }, file);
        setFiles((before) => [...before, stored]);
      }
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { file: t("files") }, errors);
      setFailure(fields[0]?.text ?? text);
    }
    setBusy(null);
  };
  const send = form.submit(async ({ body }) => {
    await client.introduction.write.mutate({ publicId, body, files: files.map((file) => file.publicId) });
    form.reset({ publicId, body: "" });
    forgetDraft(draft);
    setFiles([]);
    toast({ tone: "success", title: t("sent") });
    router.refresh();
  });
  return (
    <form onSubmit={send} noValidate className="no-print mt-5 flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} />
      <Field id={form.idOf("body")} label={t("body")} error={form.errorOf("body")} required>
        {(aria) => <TextArea {...aria} rows={4} {...form.register("body")} />}
      </Field>
      <Field id="message-files" label={t("files")} help={t("filesHelp")}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            multiple
            accept={accepted}
            disabled={busy !== null}
            className="block w-full text-sm file:mr-3 file:h-9 file:rounded-md file:border file:border-solid file:border-edge file:bg-ground file:px-4 file:text-base file:text-ink"
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              event.target.value = "";
              void take(chosen);
            }}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-muted empty:hidden">
        {busy ? t("uploading", { name: busy }) : null}
      </p>
      {failure ? <FieldError id="message-files-failure">{failure}</FieldError> : null}
      <ul className="flex flex-wrap gap-2 empty:hidden">
        {files.map((file) => (
          <li key={file.publicId}>
            <Tag
              removeLabel={t("remove", { name: file.name })}
              onRemove={() => setFiles(files.filter((kept) => kept.publicId !== file.publicId))}
            >
              {file.name}
            </Tag>
          </li>
        ))}
      </ul>
      <Button
        type="submit"
        variant="accent"
        // A message waits for the files that are on their way.
        pending={form.pending || busy !== null}
        className="self-start"
      >
        {t("send")}
      </Button>
    </form>
  );
}
