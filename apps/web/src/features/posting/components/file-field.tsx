"use client";

import { fileTypes, maxFiles } from "@lilink/contract";
import { buttonClass, cn, FieldError, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { uploadFile } from "#lib/upload-file.ts";
import type { DraftValues } from "./draft-values.ts";
import { FieldFrame } from "./form-fields.tsx";
import { useFormTools } from "./form-tools.tsx";

const accepted = [...Object.keys(fileTypes).map((extension) => `.${extension}`), ".jpeg"].join(",");

/** Files are taken in one after another; each is kept at once and named by the draft. */
export function FileField() {
  const t = useTranslations("posting");
  const errors = useTranslations("error");
  const { publicId, files, addFile } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const client = useTRPCClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const upload = async (chosen: readonly File[], keep: (publicIds: readonly string[]) => void) => {
    setFailure(null);
    const kept: string[] = [];
    try {
      for (const file of chosen) {
        setBusy(file.name);
        const stored = await uploadFile({ kind: "posting", publicId }, file);
        addFile(stored);
        kept.push(stored.publicId);
      }
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { file: t("field.file") }, errors);
      setFailure(fields[0]?.text ?? text);
    }
    setBusy(null);
    if (kept.length > 0) keep(kept);
  };

  return (
    <FieldFrame field="attachments" help="attachments" level="attachments">
      {(aria) => (
        <Controller
          control={control}
          name="attachments"
          render={({ field }) => (
            <>
              <ul className="flex flex-wrap gap-2 empty:hidden">
                {files
                  .filter((file) => field.value.includes(file.publicId))
                  .map((file) => (
                    <li key={file.publicId}>
                      <Tag
                        removeLabel={t("edit.removeFile", { name: file.name })}
                        onRemove={() => {
                          field.onChange(field.value.filter((id) => id !== file.publicId));
                          void client.attachment.remove.mutate({ publicId: file.publicId }).catch(() => null);
                        }}
                      >
                        {file.name}
                      </Tag>
                    </li>
                  ))}
              </ul>
              <input
                {...aria}
                type="file"
                multiple
                accept={accepted}
                disabled={busy !== null || field.value.length >= maxFiles}
                className="peer sr-only"
                onChange={(event) => {
                  const chosen = [...(event.target.files ?? [])];
                  event.target.value = "";
                  void upload(chosen, (ids) => field.onChange([...field.value, ...ids]));
                }}
              />
              <label
                htmlFor={aria.id}
                className={cn(
                  buttonClass(),
                  "self-start peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-disabled:opacity-55",
                )}
              >
                {t("edit.upload")}
              </label>
              <p role="status" className="text-sm text-muted empty:hidden">
                {busy ? t("edit.uploading", { name: busy }) : null}
              </p>
              {failure ? <FieldError id="posting-attachments-failure">{failure}</FieldError> : null}
            </>
          )}
        />
      )}
    </FieldFrame>
  );
}
