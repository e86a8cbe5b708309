"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Takes an own result off the board. [RY1] */
export function WithdrawButton({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("relay.one");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("withdraw")}
      title={t("withdrawTitle")}
      body={t("withdrawBody")}
      done={t("withdrawn")}
      run={() => client.relay.withdraw.mutate({ publicId })}
    />
  );
}
