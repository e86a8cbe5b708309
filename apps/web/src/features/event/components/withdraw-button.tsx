"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Takes the own registration back, after asking once more. */
export function WithdrawButton({ id }: { readonly id: string }) {
  const t = useTranslations("event.panel");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("withdraw")}
      title={t("withdraw")}
      body={t("withdrawBody")}
      run={() => client.event.withdraw.mutate({ publicId: id })}
      done={t("withdrawn")}
    />
  );
}
