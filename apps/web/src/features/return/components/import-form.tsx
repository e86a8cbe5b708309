"use client";

import { Checkbox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SendFile } from "#components/send-file.tsx";

/** Sends a file of figures, one at a time. */
export function ImportForm({
  publicId,
  disabled,
}: {
  readonly publicId: string;
  readonly disabled: boolean;
}) {
  const t = useTranslations("file.import");
  const [replace, setReplace] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <SendFile
        id="return-file"
        path="/api/returns/import"
        fields={{ id: publicId, ...(replace ? { replace: "yes" } : {}) }}
        label={t("choose")}
        disabled={disabled}
      />
      <Checkbox
        id="return-file-replace"
        label={t("replace")}
        help={t("replaceHint")}
        checked={replace}
        onChange={(event) => setReplace(event.target.checked)}
      />
    </div>
  );
}
