"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

export function RevokeKeyButton({ publicId, name }: { readonly publicId: string; readonly name: string }) {
  const t = useTranslations("settings.keys");
  const client = useTRPCClient();
  const revoke = async () => {
    await client.key.revoke.mutate({ publicId });
    return t("revoked");
  };
  return (
    <ConfirmDialog
      label={t("revoke")}
      title={t("revokeTitle", { name })}
      body={t("revokeBody")}
      run={revoke}
    />
  );
}
