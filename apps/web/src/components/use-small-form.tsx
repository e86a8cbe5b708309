"use client";

import {
  Button,
  Checkbox,
  Field,
  type FieldProps,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from "@lilink/ui";
import { type HTMLInputTypeAttribute, type ReactNode, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";

type Values = Readonly<Record<string, string>>;
type More = {
  readonly type?: HTMLInputTypeAttribute;
  readonly max?: string;
  readonly decimal?: boolean;
  readonly help?: string;
  readonly required?: boolean;
};

/** What a box that is ticked has for its value. */
export const ticked = "yes";

/** State, fields and sending of a small form whose values are texts; `labels` names every field. */
export function useSmallForm(prefix: string, start: Values, labels: Values) {
  const [values, setValues] = useState(start);
  const { pending, failures, act } = useAct(labels);
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const field = (name: string, { help, required }: More, control: FieldProps["children"]): ReactNode => (
    <Field
      id={`${prefix}-${name}`}
      label={labels[name]}
      help={help}
      error={failures[name]}
      required={required === true}
    >
      {control}
    </Field>
  );
  const text = (name: string, more: More = {}): ReactNode => {
    const { help: _help, required: _required, decimal, ...input } = more;
    return field(name, more, (aria) => (
      <TextInput
        {...aria}
        {...input}
        inputMode={decimal ? "decimal" : undefined}
        value={values[name] ?? ""}
        onChange={({ target }) => set(name, target.value)}
      />
    ));
  };
  /** A text of several sentences, over the whole width. */
  const area = (name: string, more: Pick<More, "help" | "required"> = {}): ReactNode => (
    <div className="sm:col-span-2 lg:col-span-3">
      {field(name, more, (aria) => (
        <TextArea
          {...aria}
          rows={2}
          value={values[name] ?? ""}
          onChange={({ target }) => set(name, target.value)}
        />
      ))}
    </div>
  );
  const choice = (name: string, options: readonly SelectOption[], placeholder?: string): ReactNode =>
    field(name, {}, (aria) => (
      <Select
        {...aria}
        value={values[name] ?? ""}
        options={options}
        {...(placeholder !== undefined && { placeholder })}
        onChange={({ target }) => set(name, target.value)}
      />
    ));
  const box = (name: string): ReactNode => (
    <Checkbox
      id={`${prefix}-${name}`}
      label={labels[name]}
      checked={values[name] === ticked}
      onChange={({ target }) => set(name, target.checked ? ticked : "")}
    />
  );
  const frame = (
    send: () => void,
    label: string,
    children: ReactNode,
    variant: "accent" | "plain" = "accent",
  ): ReactNode => (
    <StateForm className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3" onSend={() => send()}>
      {children}
      <Button type="submit" variant={variant} pending={pending} className="justify-self-start">
        {label}
      </Button>
    </StateForm>
  );
  return { values, set, text, area, choice, box, frame, act, failures };
}
