"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type RemoveFigureButtonProps = {
  readonly figure: { readonly organization: string; readonly component: string; readonly period: string };
};

export function RemoveFigureButton({ figure }: RemoveFigureButtonProps) {
  const t = useTranslations("release.known");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("remove")}
      title={t("removeTitle")}
      body={t("removeBody")}
      run={() => client.publicFigure.remove.mutate(figure)}
      done={t("removed")}
    />
  );
}
