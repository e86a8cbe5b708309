"use client";

import { Button, Dialog, DialogClose } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "./use-act.ts";

export type ConfirmDialogProps = {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  /** Does it and answers what to say then. */
  readonly run: () => Promise<string>;
  readonly wrongState?: string;
};

/** A button for what cannot be taken back: it asks once more, acts, and says so. */
export function ConfirmDialog({ label, title, body, run, wrongState }: ConfirmDialogProps) {
  const action = useTranslations("common.action");
  const [open, setOpen] = useState(false);
  const { pending, act } = useAct(wrongState);
  const confirm = async () => {
    await act(run);
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button size="sm">{label}</Button>}
      title={title}
      description={body}
      actions={
        <>
          <DialogClose asChild>
            <Button>{action("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" pending={pending} onClick={() => void confirm()}>
            {label}
          </Button>
        </>
      }
    />
  );
}
