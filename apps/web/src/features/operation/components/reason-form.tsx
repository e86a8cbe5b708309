"use client";

import { Button, Field, type FieldAria, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { useAct } from "#lib/form/use-act.ts";

export type ReasonFormProps = {
  readonly id: string;
  readonly label: string;
  /** The control that names what it is done to, or what is done. */
  readonly choice: (aria: FieldAria) => ReactNode;
  readonly submit: string;
  readonly done: string;
  readonly run: (filled: FormData, reason: string) => Promise<unknown>;
};

/** An act of an administrator: what, and for which reason, which the log keeps. */
export function ReasonForm({ id, label, choice, submit, done, run }: ReasonFormProps) {
  const t = useTranslations("operation");
  const { pending, failures, act } = useAct({
    reason: t("reason"),
    organization: t("organization"),
    act: t("account.act"),
  });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    if (await act(() => run(filled, String(filled.get("reason"))), done)) form.reset();
  };
  return (
    <form
      method="post"
      onSubmit={(event) => void send(event)}
      noValidate
      className="flex max-w-xl flex-col gap-4"
    >
      <Field id={`${id}-choice`} label={label} error={failures.organization ?? failures.act}>
        {choice}
      </Field>
      <Field id={`${id}-reason`} label={t("reason")} help={t("reasonHelp")} error={failures.reason} required>
        {(aria) => <TextInput {...aria} name="reason" autoComplete="off" />}
      </Field>
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {submit}
      </Button>
    </form>
  );
}
