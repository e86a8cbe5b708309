"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#features/settings/components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function WithdrawButton({ indicator }: { readonly indicator: string }) {
  const t = useTranslations("release.waiver");
  const client = useTRPCClient();
  const withdraw = async () => {
    await client.waiver.withdraw.mutate({ indicator });
    return t("done");
  };
  return (
    <ConfirmDialog
      label={t("withdraw")}
      title={t("withdrawTitle", { indicator })}
      body={t("withdrawBody")}
      run={withdraw}
    />
  );
}
