"use client";

import type { RowSide } from "@lilink/model/trace/batch";
import { Button, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Takes many rows at once, as a sheet has them. */
export function PasteRows({ side, add }: { readonly side: RowSide; readonly add: (text: string) => void }) {
  const t = useTranslations("batch");
  const [text, setText] = useState("");
  const label = `${t(`side.${side}`)}: ${t("form.paste")}`;
  return (
    <details className="text-sm">
      <summary className="w-fit text-muted">{t("form.paste")}</summary>
      <div className="mt-2 flex max-w-xl flex-col items-start gap-2">
        <p className="text-muted">{t("form.pasteHelp")}</p>
        <TextArea
          aria-label={label}
          rows={4}
          value={text}
          placeholder="BM-1, 1000, Li 4.30"
          onChange={({ target }) => setText(target.value)}
        />
        <Button
          size="sm"
          onClick={() => {
            add(text);
            setText("");
          }}
        >
          {t("form.pasteAdd")}
        </Button>
      </div>
    </details>
  );
}
