"use client";

import { Checkbox, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { sendFile } from "#lib/upload-file.ts";

/** Sends a file of figures, one at a time. */
export function ImportForm({
  publicId,
  disabled,
}: {
  readonly publicId: string;
  readonly disabled: boolean;
}) {
  const t = useTranslations("file.import");
  const errors = useTranslations("error");
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [replace, setReplace] = useState(false);
  const [failure, setFailure] = useState<string>();
  const send = async (file: File) => {
    setFailure(undefined);
    setBusy(file.name);
    try {
      await sendFile("/api/returns/import", { id: publicId, ...(replace ? { replace: "yes" } : {}) }, file);
      router.refresh();
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { file: t("choose") }, errors);
      setFailure(fields[0]?.text ?? text);
    }
    setBusy(null);
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (file) void send(file);
  };
  return (
    <div className="flex flex-col gap-2">
      <FileButton
        id="return-file"
        label={t("choose")}
        accept=".xlsx,.csv,.txt,.tsv"
        disabled={disabled || busy !== null}
        onChange={onChange}
        aria-describedby={failure ? "return-file-failure" : undefined}
      />
      <Checkbox
        id="return-file-replace"
        label={t("replace")}
        help={t("replaceHint")}
        checked={replace}
        onChange={(event) => setReplace(event.target.checked)}
      />
      <p role="status" className="text-sm text-muted empty:hidden">
        {busy ? t("sending", { name: busy }) : null}
      </p>
      {failure ? <FieldError id="return-file-failure">{failure}</FieldError> : null}
    </div>
  );
}
