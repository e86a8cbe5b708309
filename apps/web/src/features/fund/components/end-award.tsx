"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Closes a grant in order, or terminates it; what was not paid goes back to the call. [FU18] */
export function EndAward({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("fund.award");
  const client = useTRPCClient();
  const end = (step: "close" | "terminate") => (reason: string) =>
    client.fund.endAward.mutate({ publicId, step, reason });
  return (
    <>
      <ReasonDialog label={t("close")} title={t("closeTitle")} body={t("closeBody")} run={end("close")} />
      <ReasonDialog
        label={t("terminate")}
        title={t("terminateTitle")}
        body={t("terminateBody")}
        run={end("terminate")}
      />
    </>
  );
}
