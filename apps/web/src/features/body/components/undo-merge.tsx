"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type UndoMergeProps = { readonly publicId: string; readonly merged: string; readonly into: string };

/** Makes two records of one again, for a reason. [BD4] */
export function UndoMerge({ publicId, merged, into }: UndoMergeProps) {
  const t = useTranslations("body.merges");
  const client = useTRPCClient();
  return (
    <ReasonDialog
      label={t("undo")}
      title={t("undoTitle", { merged, into })}
      body={t("undoBody")}
      labels={{ publicId: into }}
      run={(reason) => client.body.undoMerge.mutate({ publicId, reason })}
    />
  );
}
