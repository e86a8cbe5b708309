"use client";

import { Field, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";

type DecisionFieldProps = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

/** The words of a decision, when it is taken and when it is changed. */
export function DecisionText({ id, value, onChange, error }: DecisionFieldProps) {
  const t = useTranslations("meeting.page");
  const own = useTranslations("common.ownWords");
  return (
    <Field id={id} label={t("decision")} help={own("help")} error={error} required>
      {(aria) => (
        <TextArea {...aria} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** The day by which it is carried out. */
export function DecisionDay({ id, value, onChange, error }: DecisionFieldProps) {
  const t = useTranslations("meeting.page");
  return (
    <Field id={id} label={t("dueOn")} error={error} required>
      {(aria) => (
        <TextInput
          {...aria}
          type="date"
          className="max-w-48"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
