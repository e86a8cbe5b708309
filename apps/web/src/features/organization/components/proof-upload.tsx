"use client";

import { fileTypes } from "@lilink/contract";
import { Field, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { uploadFile } from "#lib/upload-file.ts";

const accepted = [...Object.keys(fileTypes).map((extension) => `.${extension}`), ".jpeg"].join(",");

/** Proofs of a claim that is sent: each file is kept at once. */
export function ProofUpload({ claim }: { readonly claim: string }) {
  const t = useTranslations("organization.claim");
  const errors = useTranslations("error");
  const [names, setNames] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string>();

  const upload = async (files: readonly File[]) => {
    setFailure(undefined);
    try {
      for (const file of files) {
        setBusy(file.name);
        const stored = await uploadFile({ kind: "claim", publicId: claim }, file);
        setNames((before) => [...before, stored.name]);
      }
    } catch (error) {
      setFailure(toErrorMessage(error, { file: t("proof") }, errors).text);
    }
    setBusy(null);
  };

  return (
    <Field id="proof" label={t("proof")} help={t("proofHelp")} error={failure}>
      {(aria) => (
        <>
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
              void upload(chosen);
            }}
          />
          <p role="status" className="text-sm text-muted empty:hidden">
            {busy ? t("uploading", { name: busy }) : null}
          </p>
          <ul className="flex flex-wrap gap-2 empty:hidden">
            {names.map((name, at) => (
              <li key={`${at}-${name}`}>
                <Tag>{name}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
