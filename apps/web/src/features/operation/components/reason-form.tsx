"use client";

import { Button, Field, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { useAct } from "#lib/form/use-act.ts";

export type ReasonFormProps = {
  readonly id: string;
  readonly choiceLabel: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly submit: string;
  readonly done: string;
  readonly run: (choice: string, reason: string) => Promise<unknown>;
  readonly children?: ReactNode;
};

/** An act of an administrator: what, and for which reason, which the log keeps. */
export function ReasonForm({ id, choiceLabel, choices, submit, done, run, children }: ReasonFormProps) {
  const t = useTranslations("operation");
  const { pending, failures, act } = useAct({ reason: t("reason"), organization: t("organization") });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    void act(() => run(String(filled.get("choice")), String(filled.get("reason"))), done).then(
      (right) => right && form.reset(),
    );
  };
  return (
    <form onSubmit={send} noValidate className="flex max-w-xl flex-col gap-4">
      <Field id={`${id}-choice`} label={choiceLabel} error={failures.organization}>
        {(aria) => <Select {...aria} name="choice" options={choices} />}
      </Field>
      {children}
      <Field id={`${id}-reason`} label={t("reason")} help={t("reasonHelp")} error={failures.reason} required>
        {(aria) => <TextInput {...aria} name="reason" autoComplete="off" />}
      </Field>
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {submit}
      </Button>
    </form>
  );
}
