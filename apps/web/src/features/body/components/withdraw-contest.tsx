"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function WithdrawContest({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("body.contest");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("withdraw")}
      title={t("withdrawTitle")}
      body={t("withdrawBody")}
      run={() => client.fact.withdraw.mutate({ publicId })}
      done={t("withdrawn")}
    />
  );
}
