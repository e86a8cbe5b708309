"use client";

import { Button, Dialog, DialogClose, Field, NoticeBox, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import type { FieldLabels } from "#lib/error-message.ts";
import { useAct } from "#lib/form/use-act.ts";

export type ReasonDialogProps = {
  readonly label: string;
  /** Beside what is done more often. */
  readonly isQuiet?: boolean;
  readonly title: string;
  readonly body: string;
  /** What is at fault beside the reason, by its field; it is told above. */
  readonly labels?: FieldLabels;
  /** What else is asked, above the reason. */
  readonly children?: ReactNode;
  /** What the verb calls the reason. */
  readonly field?: string;
  readonly run: (reason: string) => Promise<unknown>;
};

/** A button for what is taken back: it asks once more, and for a reason that stays. */
export function ReasonDialog({
  label,
  isQuiet = false,
  title,
  body,
  labels = {},
  field = "reason",
  children,
  run,
}: ReasonDialogProps) {
  const t = useTranslations("common.reason");
  const common = useTranslations("common.action");
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ ...labels, [field]: t("label") });
  const others = Object.entries(failures).filter(([name]) => name !== field);
  const confirm = async () => {
    if (await act(() => run(reason))) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={common("close")}
      trigger={
        <Button size="sm" variant={isQuiet ? "quiet" : "plain"}>
          {label}
        </Button>
      }
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
      {others.map(([name, text]) => (
        <NoticeBox key={name} tone="danger" className="mb-3">
          {text}
        </NoticeBox>
      ))}
      {children}
      <Field id={id} label={t("label")} error={failures[field]} required>
        {(aria) => (
          <TextArea {...aria} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
