"use client";

import { writeMessageSchema } from "@lilink/contract";
import type { PostingFile } from "@lilink/model/posting";
import { Button, Field, FieldError, Tag, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useUpload } from "#lib/form/use-upload.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const bodySchema = writeMessageSchema.pick({ publicId: true, body: true });

/** Where a message goes: the thread of an introduction, or a ticket. */
export type MessageFormProps = { readonly kind: "introduction" | "ticket"; readonly publicId: string };

/** The next message of a thread, with files that are taken in one after another. */
export function MessageForm({ kind, publicId }: MessageFormProps) {
  const t = useTranslations("introduction.thread");
  const client = useTRPCClient();
  const router = useRouter();
  const [files, setFiles] = useState<readonly PostingFile[]>([]);
  const draft = `${kind === "ticket" ? "ticket" : "message"}:${publicId}`;
  const form = useFaultForm({
    schema: bodySchema,
    defaultValues: { publicId, body: "" },
    labels: { body: t("body") },
  });
  useKeptDraft(draft, form);
  const { busy, failure, told, input } = useUpload({ kind, publicId }, t("files"), (stored) =>
    setFiles((before) => [...before, stored]),
  );
  const send = form.submit(async ({ body }) => {
    const { write } = kind === "ticket" ? client.support : client.introduction;
    await write.mutate({ publicId, body, files: files.map((file) => file.publicId) });
    form.reset({ publicId, body: "" });
    forgetDraft(draft);
    setFiles([]);
    toast({ tone: "success", title: t("sent") });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={send} noValidate className="no-print mt-5 flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} />
      <Field id={form.idOf("body")} label={t("body")} error={form.errorOf("body")} required>
        {(aria) => <TextArea {...aria} rows={4} {...form.register("body")} />}
      </Field>
      <Field id="message-files" label={t("files")} help={t("filesHelp")}>
        {(aria) => <FileButton {...aria} {...input()} />}
      </Field>
      <p role="status" className="text-sm text-muted empty:hidden">
        {busy ? t("uploading", { name: busy }) : told}
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
