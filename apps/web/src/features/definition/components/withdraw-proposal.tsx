"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type WithdrawProposalProps = { readonly indicator: string; readonly version: number };

/** Whoever proposed a version takes it back, or a secretary turns it down. */
export function WithdrawProposal({ indicator, version }: WithdrawProposalProps) {
  const t = useTranslations("definition.withdraw");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("action", { version })}
      title={t("title", { version })}
      body={t("body")}
      run={() => client.definition.withdraw.mutate({ indicator, version })}
      done={t("done", { version })}
    />
  );
}
