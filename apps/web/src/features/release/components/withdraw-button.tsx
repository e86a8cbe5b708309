"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function WithdrawButton({ indicator }: { readonly indicator: string }) {
  const t = useTranslations("release.waiver");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("withdraw")}
      title={t("withdrawTitle", { indicator })}
      body={t("withdrawBody")}
      run={() => client.waiver.withdraw.mutate({ indicator })}
      done={t("done")}
    />
  );
}
