"use client";

import { organizationClaimSchema } from "@lilink/contract";
import { Button, NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { CodeFields } from "./code-fields.tsx";
import { Filed } from "./filed.tsx";

type Sent = { readonly publicId: string; readonly needsProof: boolean };

/** Code and statement first; once the claim is sent, its proofs. `sent` is a claim that is open already. */
export function ClaimForm({
  publicId,
  name,
  sent: before,
}: {
  readonly publicId: string;
  /** What is claimed, in the reader's language. */
  readonly name: string;
  readonly sent: Sent | null;
}) {
  const t = useTranslations("organization.claim");
  const client = useTRPCClient();
  const [sent, setSent] = useState<Sent | null>(before);
  const draft = `claim:${publicId}`;
  const form = useFaultForm({
    schema: organizationClaimSchema,
    defaultValues: { publicId, codeScheme: "uscc", code: "", statement: "" },
    labels: { codeScheme: t("scheme"), code: t("code"), statement: t("statement") },
  });
  useKeptDraft(draft, form);
  if (sent) {
    return (
      <Filed way="claim" name={name} claim={sent.publicId} canDraft={false}>
        {sent.needsProof ? <NoticeBox tone="warning">{t("needsProof")}</NoticeBox> : null}
      </Filed>
    );
  }
  const send = form.submit(async (values) => {
    const answer = await client.organization.claim.mutate({ ...values, publicId });
    forgetDraft(draft);
    setSent(answer);
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <CodeFields
        fields={{
          codeScheme: form.register("codeScheme"),
          code: form.register("code"),
          statement: form.register("statement"),
        }}
        idOf={form.idOf}
        errorOf={form.errorOf}
      />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
