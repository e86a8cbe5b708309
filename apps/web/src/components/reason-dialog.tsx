"use client";

import { Button, Dialog, DialogClose, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";

export type ReasonDialogProps = {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly run: (reason: string) => Promise<unknown>;
};

/** A button for what is taken back: it asks once more, and for a reason that stays. */
export function ReasonDialog({ label, title, body, run }: ReasonDialogProps) {
  const t = useTranslations("common.reason");
  const common = useTranslations("common.action");
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ reason: t("label") });
  const confirm = async () => {
    if (await act(() => run(reason))) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={common("close")}
      trigger={<Button size="sm">{label}</Button>}
      title={title}
      description={body}
      actions={
        <>
          <DialogClose asChild>
            <Button>{t("giveUp")}</Button>
          </DialogClose>
          <Button variant="danger" pending={pending} onClick={() => void confirm()}>
            {label}
          </Button>
        </>
      }
    >
      <Field id={id} label={t("label")} error={failures.reason} required>
        {(aria) => (
          <TextArea {...aria} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
