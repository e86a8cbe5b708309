"use client";

import { maxFiles } from "@lilink/contract";
import { FieldError, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { FileButton } from "#components/file-button.tsx";
import { useUpload } from "#lib/form/use-upload.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { DraftValues } from "./draft-values.ts";
import { FieldFrame } from "./form-fields.tsx";
import { useFormTools } from "./form-tools.tsx";

/** Files are taken in one after another; each is kept at once and named by the draft. */
export function FileField() {
  const t = useTranslations("posting");
  const { publicId, files, addFile } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const client = useTRPCClient();
  const { busy, failure, told, input } = useUpload({ kind: "posting", publicId }, t("field.file"), addFile);

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
              <FileButton
                {...aria}
                {...input((stored) =>
                  field.onChange([...field.value, ...stored.map((file) => file.publicId)]),
                )}
                disabled={busy !== null || field.value.length >= maxFiles}
              />
              <p role="status" className="text-sm text-muted empty:hidden">
                {busy ? t("edit.uploading", { name: busy }) : told}
              </p>
              {failure ? <FieldError id="posting-attachments-failure">{failure}</FieldError> : null}
            </>
          )}
        />
      )}
    </FieldFrame>
  );
}
