"use client";

import { type FileHome, fileTypes } from "@lilink/contract";
import type { PostingFile } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { toErrorMessage } from "../error-message.ts";
import { isRenamed, uploadFile } from "../upload-file.ts";

const accept = [...Object.keys(fileTypes).map((extension) => `.${extension}`), ".jpeg"].join(",");

/**
 * Files are taken in one after another, each at once. `busy` names the one on its way, `failure` says why the rest were
 * not taken, `told` which are kept under another name or with what tells of their maker; `input` is what the control spreads, with what to do once
 * those chosen together are through.
 */
export function useUpload(home: FileHome, label: string, onStored: (file: PostingFile) => void) {
  const errors = useTranslations("error");
  const t = useTranslations("common.form");
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string>();
  const [told, setTold] = useState<string | null>(null);
  const take = async (files: readonly File[], onDone: (stored: readonly PostingFile[]) => void) => {
    setFailure(undefined);
    setTold(null);
    const lines: string[] = [];
    const taken: PostingFile[] = [];
    try {
      for (const file of files) {
        setBusy(file.name);
        const { keeps, ...stored } = await uploadFile(home, file);
        onStored(stored);
        taken.push(stored);
        if (isRenamed(file.name, stored.name))
          lines.push(t("renamed", { given: file.name, kept: stored.name }));
        if (keeps) lines.push(t("keeps", { name: stored.name }));
      }
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { file: label }, errors);
      setFailure(fields[0]?.text ?? text);
    }
    if (lines.length > 0) setTold(lines.join(" "));
    setBusy(null);
    if (taken.length > 0) onDone(taken);
  };
  const input = (onDone: (stored: readonly PostingFile[]) => void = () => undefined) => ({
    type: "file" as const,
    multiple: true,
    accept,
    disabled: busy !== null,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const chosen = [...(event.target.files ?? [])];
      event.target.value = "";
      void take(chosen, onDone);
    },
  });
  return { busy, failure, told, input };
}
