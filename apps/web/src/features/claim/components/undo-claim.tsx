"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Takes an approval back, for as long as that is possible. */
export function UndoClaim({ claim, name }: { readonly claim: string; readonly name: string }) {
  const t = useTranslations("organization.review");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("undo")}
      title={t("undoTitle", { name })}
      body={t("undoBody")}
      run={() => client.claim.undo.mutate({ publicId: claim })}
      done={t("undone", { name })}
      wrongState={t("undoLate")}
    />
  );
}
