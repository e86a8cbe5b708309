"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function CloseRound({ publicId, period }: { readonly publicId: string; readonly period: string }) {
  const t = useTranslations("return.round");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("close")}
      title={t("closeTitle", { period })}
      body={t("closeBody")}
      run={() => client.return.closeRound.mutate({ round: publicId })}
      done={t("closed")}
    />
  );
}
