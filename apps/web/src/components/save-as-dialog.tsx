"use client";

import { Button, Dialog, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";

export type SaveAsDialogProps = {
  readonly title: string;
  readonly body: string;
  /** What the name is called. */
  readonly label: string;
  readonly suggestion?: string;
  /** Fields beside the name. */
  readonly children?: ReactNode;
  readonly save: (name: string, form: FormData) => Promise<unknown>;
  /** What to say then. */
  readonly done: string;
  /** Open from the start, where a press brought it here. */
  readonly defaultOpen?: boolean;
};

/** A link that asks for a name and keeps something under it; the dialog stays open while the name is at fault. */
export function SaveAsDialog(props: SaveAsDialogProps) {
  const { title, body, label, suggestion, children, save, done, defaultOpen = false } = props;
  const action = useTranslations("common.action");
  const { pending, failures, act } = useAct({ name: label });
  const [open, setOpen] = useState(defaultOpen);
  const id = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (await act(() => save(String(form.get("name")), form), done)) setOpen(false);
  };
  return (
    <Dialog
      title={title}
      description={body}
      closeLabel={action("close")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="text-link">
          {title}
        </button>
      }
    >
      <form method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" noValidate>
        <Field id={id} label={label} error={failures.name}>
          {(aria) => <TextInput {...aria} name="name" defaultValue={suggestion} maxLength={80} />}
        </Field>
        {children}
        <Button type="submit" variant="accent" pending={pending} className="self-end">
          {action("save")}
        </Button>
      </form>
    </Dialog>
  );
}
