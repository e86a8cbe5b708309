"use client";

import { Button, Dialog } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { DialogEnd } from "./dialog-end.tsx";

type Given<T> = {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly run: () => Promise<T>;
  /** What to say then, perhaps with what came of it. */
  readonly done: string | ((answer: T) => string);
  readonly wrongState?: string;
  /** What only begins something looks like the next step and not like a danger. */
  readonly variant?: "accent" | "danger";
  /** A first press that does not stand out. */
  readonly calm?: boolean;
  readonly disabled?: boolean;
};

/** A button for what cannot be taken back: it asks once more, acts, and says so. */
export function ConfirmDialog<T>({
  label,
  title,
  body,
  run,
  done,
  wrongState,
  variant = "danger",
  calm = false,
  disabled = false,
}: Given<T>) {
  const action = useTranslations("common.action");
  const [open, setOpen] = useState(false);
  const { pending, act } = useAct({}, wrongState);
  const confirm = async () => {
    await act(run, done);
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={
        <Button
          {...(variant === "accent"
            ? { variant: calm ? ("plain" as const) : variant }
            : { size: "sm" as const })}
          disabled={disabled}
        >
          {label}
        </Button>
      }
      title={title}
      description={body}
      actions={<DialogEnd label={label} pending={pending} run={confirm} variant={variant} />}
    />
  );
}
