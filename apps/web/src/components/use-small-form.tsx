"use client";

import { Button, Checkbox, Field, Select, type SelectOption, TextArea, TextInput } from "@lilink/ui";
import { type HTMLInputTypeAttribute, type ReactNode, useState } from "react";
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
  const text = (name: string, { help, required, decimal, ...input }: More = {}): ReactNode => (
    <Field
      id={`${prefix}-${name}`}
      label={labels[name]}
      help={help}
      error={failures[name]}
      required={required === true}
    >
      {(aria) => (
        <TextInput
          {...aria}
          {...input}
          inputMode={decimal ? "decimal" : undefined}
          value={values[name] ?? ""}
          onChange={({ target }) => set(name, target.value)}
        />
      )}
    </Field>
  );
  /** A text of several sentences, over the whole width. */
  const area = (name: string, { help, required }: Pick<More, "help" | "required"> = {}): ReactNode => (
    <div className="sm:col-span-2 lg:col-span-3">
      <Field
        id={`${prefix}-${name}`}
        label={labels[name]}
        help={help}
        error={failures[name]}
        required={required === true}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={2}
            value={values[name] ?? ""}
            onChange={({ target }) => set(name, target.value)}
          />
        )}
      </Field>
    </div>
  );
  const choice = (name: string, options: readonly SelectOption[], placeholder?: string): ReactNode => (
    <Field id={`${prefix}-${name}`} label={labels[name]} error={failures[name]}>
      {(aria) => (
        <Select
          {...aria}
          value={values[name] ?? ""}
          options={options}
          {...(placeholder !== undefined && { placeholder })}
          onChange={({ target }) => set(name, target.value)}
        />
      )}
    </Field>
  );
  const box = (name: string): ReactNode => (
    <Checkbox
      id={`${prefix}-${name}`}
      label={labels[name]}
      checked={values[name] === ticked}
      onChange={({ target }) => set(name, target.checked ? ticked : "")}
    />
  );
  const frame = (send: () => void, label: string, children: ReactNode): ReactNode => (
    <form
      method="post"
      className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <Button type="submit" variant="accent" pending={pending} className="justify-self-start">
        {label}
      </Button>
    </form>
  );
  return { values, set, text, area, choice, box, frame, act, failures };
}
