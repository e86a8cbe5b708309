"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function RevokeKeyButton({ publicId, name }: { readonly publicId: string; readonly name: string }) {
  const t = useTranslations("settings.keys");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("revoke")}
      title={t("revokeTitle", { name })}
      body={t("revokeBody")}
      run={() => client.key.revoke.mutate({ publicId })}
      done={t("revoked")}
    />
  );
}
