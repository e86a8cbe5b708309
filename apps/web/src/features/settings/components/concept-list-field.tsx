"use client";

import { type ComboboxOption, Field, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { WordCombobox } from "#components/word-combobox.tsx";

export type ConceptListFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly options: readonly ComboboxOption[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
};

/** Several concepts of the chain, found by name in both languages. */
export function ConceptListField({ id, label, error, options, value, onChange }: ConceptListFieldProps) {
  const t = useTranslations("settings.organization");
  const nameOf = (concept: string) => options.find((option) => option.value === concept)?.label ?? concept;
  return (
    <Field id={id} label={label} error={error}>
      {(aria) => (
        <div className="flex flex-wrap items-center gap-2">
          {value.map((concept) => (
            <Tag
              key={concept}
              removeLabel={t("removeConcept", { name: nameOf(concept) })}
              onRemove={() => onChange(value.filter((other) => other !== concept))}
            >
              {nameOf(concept)}
            </Tag>
          ))}
          <WordCombobox
            {...aria}
            className="w-56"
            options={options.filter((option) => !value.includes(option.value))}
            text={{ placeholder: t("addConcept"), search: t("searchConcept"), empty: t("noConcept") }}
            value={null}
            onChange={(added) => {
              if (added) onChange([...value, added]);
            }}
          />
        </div>
      )}
    </Field>
  );
}
