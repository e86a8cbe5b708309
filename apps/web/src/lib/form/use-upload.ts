"use client";

import { type FileHome, fileTypes } from "@lilink/contract";
import type { PostingFile } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { toErrorMessage } from "../error-message.ts";
import { uploadFile } from "../upload-file.ts";

const accept = [...Object.keys(fileTypes).map((extension) => `.${extension}`), ".jpeg"].join(",");

/**
 * Files are taken in one after another, each at once. `busy` names the one on its way, `failure` says why the rest were
 * not taken; `input` is what the control spreads, with what to do once those chosen together are through.
 */
export function useUpload(home: FileHome, label: string, onStored: (file: PostingFile) => void) {
  const errors = useTranslations("error");
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string>();
  const take = async (files: readonly File[], onDone: (stored: readonly PostingFile[]) => void) => {
    setFailure(undefined);
    const taken: PostingFile[] = [];
    try {
      for (const file of files) {
        setBusy(file.name);
        const stored = await uploadFile(home, file);
        onStored(stored);
        taken.push(stored);
      }
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { file: label }, errors);
      setFailure(fields[0]?.text ?? text);
    }
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
  return { busy, failure, input };
}
