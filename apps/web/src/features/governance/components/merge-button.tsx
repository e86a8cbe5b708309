"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

type MergeButtonProps = { readonly id: string; readonly revision: number; readonly into: string };

/** Merges a watch item into another one, with the reason that stays. */
export function MergeButton({ id, revision, into }: MergeButtonProps) {
  const t = useTranslations("governance.watch");
  const client = useTRPCClient();
  return (
    <ReasonDialog
      label={t("merge")}
      title={t("mergeTitle")}
      body={t("mergeBody")}
      run={(reason) =>
        client.watchItem.step.mutate({
          publicId: id,
          revision,
          step: "merge",
          reason,
          values: { mergedInto: { publicId: into } },
        })
      }
    />
  );
}
