"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Ends an engagement at once. [AV2] */
export function EndButton({ publicId, name }: { readonly publicId: string; readonly name: string }) {
  const t = useTranslations("engagement.end");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("label")}
      title={t("title", { name })}
      body={t("body")}
      run={() => client.engagement.end.mutate({ publicId })}
      done={t("done")}
    />
  );
}
