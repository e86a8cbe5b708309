"use client";

import { Dialog } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { KeyList } from "./key-list.tsx";

export type KeySheetProps = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void };

/** What the question mark opens: every key, and the way to the help. */
export function KeySheet({ open, onOpenChange }: KeySheetProps) {
  const t = useTranslations("nav.keys");
  const action = useTranslations("common.action");
  return (
    <Dialog
      title={t("title")}
      description={t("off")}
      closeLabel={action("close")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <KeyList />
      <p>
        <TextLink href="/help" onClick={() => onOpenChange(false)}>
          {t("more")}
        </TextLink>
      </p>
    </Dialog>
  );
}
