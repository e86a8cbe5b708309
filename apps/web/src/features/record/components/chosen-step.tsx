"use client";

import { Button, Dialog, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { toFieldMessage } from "#lib/error-message.ts";

export type ChosenStepProps = {
  /** What the step is called. */
  readonly title: string;
  readonly count: number;
  readonly asksReason: boolean;
  /** Takes the step on every chosen row; it refuses nothing as a whole. */
  readonly take: (reason: string | undefined) => Promise<void>;
};

/** A step on many records, confirmed once, with one reason for all where the machine asks for one. */
export function ChosenStep({ title, count, asksReason, take }: ChosenStepProps) {
  const t = useTranslations("register.bulk");
  const action = useTranslations("common.action");
  const errors = useTranslations("error");
  const id = useId();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string>();
  const run = async () => {
    if (asksReason && reason.trim() === "") {
      setFault(toFieldMessage({ field: "reason", rule: "required" }, { reason: t("reason") }, errors).text);
      document.getElementById(id)?.focus();
      return;
    }
    setPending(true);
    await take(asksReason ? reason : undefined);
    setPending(false);
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button size="sm">{title}</Button>}
      title={title}
      description={t("confirm", { count })}
      actions={<DialogEnd label={title} pending={pending} run={run} />}
    >
      {asksReason ? (
        <Field id={id} label={t("reason")} help={t("reasonHelp")} error={fault}>
          {(aria) => (
            <TextArea
              {...aria}
              rows={4}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
      ) : null}
    </Dialog>
  );
}
