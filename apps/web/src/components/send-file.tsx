"use client";

import { FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { sendFile } from "#lib/upload-file.ts";
import { FileButton } from "./file-button.tsx";

export type SendFileProps = {
  readonly id: string;
  /** The route that takes the file, and what it is told beside it. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  readonly disabled: boolean;
  /** Endings beside those of tables. */
  readonly also?: string;
};

/** Sends a file of rows, one at a time, and reads the page again. */
export function SendFile({ id, path, fields, label, disabled, also }: SendFileProps) {
  const t = useTranslations("file.import");
  const errors = useTranslations("error");
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string>();
  const send = async (file: File) => {
    setFailure(undefined);
    setBusy(file.name);
    try {
      await sendFile(path, fields, file);
      router.refresh();
    } catch (error) {
      const message = toErrorMessage(error, { file: label }, errors);
      setFailure(message.fields[0]?.text ?? message.text);
    }
    setBusy(null);
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (file) void send(file);
  };
  return (
    <>
      <FileButton
        id={id}
        label={label}
        accept={[".xlsx,.csv,.txt,.tsv", also].filter(Boolean).join(",")}
        disabled={disabled || busy !== null}
        onChange={onChange}
        aria-describedby={failure ? `${id}-failure` : undefined}
      />
      <p role="status" className="text-sm text-muted empty:hidden">
        {busy ? t("sending", { name: busy }) : null}
      </p>
      {failure ? <FieldError id={`${id}-failure`}>{failure}</FieldError> : null}
    </>
  );
}
