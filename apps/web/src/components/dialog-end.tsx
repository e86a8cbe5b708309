"use client";

import { Button, type ButtonProps, DialogClose } from "@lilink/ui";
import { useTranslations } from "next-intl";

export type DialogEndProps = {
  readonly label: string;
  readonly pending: boolean;
  readonly run: () => unknown;
  readonly variant?: ButtonProps["variant"];
};

/** How a dialog that stays open until its act is done ends: leave it, or run what `label` says. */
export function DialogEnd({ label, pending, run, variant = "accent" }: DialogEndProps) {
  const t = useTranslations("common.action");
  return (
    <>
      <DialogClose asChild>
        <Button>{t("cancel")}</Button>
      </DialogClose>
      <Button variant={variant} pending={pending} onClick={() => void run()}>
        {label}
      </Button>
    </>
  );
}
