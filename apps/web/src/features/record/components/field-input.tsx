"use client";

import { countryName } from "@lilink/i18n";
import type { RecordWords } from "@lilink/i18n/register";
import type { Bilingual, Figure, Named, Point, Field as RecordField, Values } from "@lilink/model/register";
import { Checkbox, Field, type FieldAria, Select, TextArea, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OrganizationPick } from "#features/organization/components/organization-pick.tsx";
import { countryOptions } from "#lib/country-options.ts";
import { CodePick } from "./code-pick.tsx";
import { OutlineInput } from "./outline-input.tsx";
import { RecordPick } from "./record-pick.tsx";
import { BilingualInput, FigureInput, PointInput } from "./value-inputs.tsx";

export type FieldInputProps = {
  readonly id: string;
  readonly name: string;
  readonly field: RecordField;
  readonly words: RecordWords;
  /** Of the whole record: the field's own, and what its words depend on. */
  readonly values: Values;
  readonly error?: string | undefined;
  /** Whether whole days are typed as well, beside days of which a month is enough. */
  readonly typesDays?: boolean;
  readonly onChange: (value: unknown) => void;
};

/** The control of one field, by its kind; label above, help below it, the error in the same words as in the summary. */
export function FieldInput(props: FieldInputProps) {
  const { id, name, field, words, values, error, typesDays = false } = props;
  const common = useTranslations("common");
  const t = useTranslations("register.form");
  const isTyped = field.kind === "day" && (field.partial || typesDays);
  const optional = field.unless
    ? t("unless", { other: words.field(field.unless, values) })
    : common("state.optional");
  const form = isTyped ? t(field.partial ? "partialDay" : "wholeDay") : null;
  const help = [words.help(name, values), form].filter(Boolean).join(" ");
  if (field.kind === "choices") return <ChoicesInput {...props} />;
  return (
    <Field
      id={id}
      label={words.field(name, values)}
      {...(help ? { help } : {})}
      {...(error ? { error } : {})}
      {...(field.required ? { required: true } : { optional })}
    >
      {(aria) => <Control {...props} aria={aria} />}
    </Field>
  );
}

type ControlProps = FieldInputProps & { readonly aria: FieldAria };

function Control({ name, field, words, values, typesDays, onChange, aria }: ControlProps) {
  const t = useTranslations("register.form");
  const locale = useLocale();
  const common = { ...aria };
  const value = values[name];
  switch (field.kind) {
    case "text":
      if (field.of)
        return (
          <CodePick
            {...common}
            of={field.of}
            label={words.field(name, values)}
            value={String(value ?? "")}
            onPick={onChange}
          />
        );
      return field.long ? (
        <TextArea
          {...common}
          rows={5}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <TextInput
          {...common}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "bilingual":
      return (
        <BilingualInput
          aria={aria}
          long={field.long === true}
          value={value as Bilingual | null}
          onChange={onChange}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          value={String(value ?? "")}
          placeholder={t("choose")}
          options={field.choices.map((one) => ({ value: one, label: words.choice(name, one) }))}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case "country":
      return (
        <Select
          {...common}
          value={String(value ?? "")}
          placeholder={t("choose")}
          // The European Union acts as one body and stands in no list of countries.
          options={[{ value: "EU", label: countryName("EU", locale) }, ...countryOptions(locale)]}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case "day":
      return field.partial || typesDays ? (
        <TextInput
          {...common}
          className="max-w-40"
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <TextInput
          {...common}
          type="date"
          className="max-w-48"
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "count":
      return (
        <TextInput
          {...common}
          inputMode="numeric"
          className="max-w-32"
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "link":
      return (
        <TextInput
          {...common}
          type="url"
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "flag":
      return (
        <Checkbox
          id={aria.id}
          label={words.field(name, values)}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case "point":
      return <PointInput aria={aria} value={value as Point | null} onChange={onChange} />;
    case "outline":
      return <OutlineInput aria={aria} value={value as string | null} onChange={onChange} />;
    case "figure":
      return (
        <FigureInput
          aria={aria}
          field={field}
          words={words}
          value={value as Figure | null}
          onChange={onChange}
        />
      );
    case "organization": {
      const named = value as (Named & { name?: string }) | null;
      return (
        <OrganizationPick
          {...aria}
          label={words.field(name, values)}
          value={named ? { publicId: named.publicId, name: named.name ?? named.zh ?? named.en ?? "" } : null}
          onPick={({ publicId, name: picked }) => onChange({ publicId, zh: picked, en: picked })}
        />
      );
    }
    case "record":
      return (
        <RecordPick
          {...aria}
          label={words.field(name, values)}
          of={field.of}
          value={value as Named | null}
          onPick={onChange}
        />
      );
    default:
      return null;
  }
}

function ChoicesInput({ id, name, field, words, values, error, onChange }: FieldInputProps) {
  if (field.kind !== "choices") return null;
  const chosen = (values[name] ?? []) as readonly string[];
  const help = words.help(name, values);
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium">{words.field(name, values)}</legend>
      {help ? <p className="mb-2 text-sm text-muted">{help}</p> : null}
      {error ? (
        <p id={`${id}-error`} className="mb-2 text-sm text-danger">
          {error}
        </p>
      ) : null}
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {field.choices.map((one) => (
          <Checkbox
            key={one}
            label={words.choice(name, one)}
            checked={chosen.includes(one)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
