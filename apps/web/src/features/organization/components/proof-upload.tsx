"use client";

import { Field, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import { useUpload } from "#lib/form/use-upload.ts";

/** Proofs of a claim that is sent: each file is kept at once. */
export function ProofUpload({ claim }: { readonly claim: string }) {
  const t = useTranslations("organization.claim");
  const [names, setNames] = useState<readonly string[]>([]);
  const { busy, failure, told, input } = useUpload(
    { kind: "claim", publicId: claim },
    t("proof"),
    ({ name }) => setNames((before) => [...before, name]),
  );
  return (
    <Field id="proof" label={t("proof")} help={t("proofHelp")} error={failure}>
      {(aria) => (
        <>
          <FileButton {...aria} {...input()} />
          <p role="status" className="text-sm text-muted empty:hidden">
            {busy ? t("uploading", { name: busy }) : told}
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
