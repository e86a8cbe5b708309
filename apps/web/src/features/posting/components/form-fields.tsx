"use client";

import type { LevelledField } from "@lilink/model/posting";
import { Field, type FieldAria, Select, type SelectOption, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DoubtNote } from "./doubt-note.tsx";
import { controlId, useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { useControl } from "./use-control.ts";
import { hasOwnNote, useDoubts } from "./use-doubts.ts";

type TextName =
  | "title"
  | "summary"
  | "description"
  | "price"
  | "customers"
  | "comparison"
  | "evidence"
  | "internalNote";
type ChoiceName = "region" | "trl" | "maturity" | "ipStatus" | "budget" | "validDays" | "language";
type HelpName = Parameters<ReturnType<typeof useTranslations<"posting.help">>>[0];

const needed: ReadonlySet<string> = new Set([
  "title",
  "concept",
  "summary",
  "cooperation",
  "language",
  "validDays",
]);

export type FieldFrameProps = {
  readonly field: TextName | ChoiceName | "concept" | "attachments";
  readonly help?: HelpName;
  readonly level?: LevelledField;
  readonly after?: ReactNode;
  readonly children: (aria: FieldAria) => ReactNode;
};

/** Label, help and error above the control, and below it who sees the field. */
export function FieldFrame({ field, help, level, after, children }: FieldFrameProps) {
  const t = useTranslations("posting");
  const state = useTranslations("common.state");
  const { errorOf, kind } = useFormTools();
  const required =
    needed.has(field) ||
    (field === "description" && kind === "project") ||
    (field === "maturity" && kind !== "need");
  return (
    <div className="flex flex-col gap-2">
      <Field
        id={controlId(field)}
        label={t(`field.${field}`)}
        help={help ? t(`help.${help}`) : undefined}
        error={errorOf(field) ?? (level ? errorOf(`levels.${level}`) : undefined)}
        required={required}
        optional={required ? undefined : state("optional")}
      >
        {children}
      </Field>
      {hasOwnNote(field) ? <FieldDoubts field={field} /> : null}
      {level ? <LevelSelect field={level} /> : after}
    </div>
  );
}

function FieldDoubts({ field }: { readonly field: string }) {
  return <DoubtNote doubts={useDoubts().filter((one) => one.field === field)} />;
}

type WrittenProps = Omit<FieldFrameProps, "children" | "field"> & { readonly field: TextName };

export function LineField({ field, ...frame }: WrittenProps) {
  const control = useControl();
  return (
    <FieldFrame field={field} {...frame}>
      {(aria) => <TextInput {...aria} autoComplete="off" {...control.text(field)} />}
    </FieldFrame>
  );
}

export function TextField({ field, rows = 4, ...frame }: WrittenProps & { readonly rows?: number }) {
  const control = useControl();
  return (
    <FieldFrame field={field} {...frame}>
      {(aria) => <TextArea {...aria} rows={rows} {...control.text(field)} />}
    </FieldFrame>
  );
}

type ChoiceProps = Omit<FieldFrameProps, "children" | "field"> & {
  readonly field: ChoiceName;
  readonly options: readonly SelectOption[];
  readonly mandatory?: boolean;
};

export function ChoiceField({ field, options, mandatory, ...frame }: ChoiceProps) {
  const t = useTranslations("posting.edit");
  const control = useControl();
  return (
    <FieldFrame field={field} {...frame}>
      {(aria) => (
        <Select
          {...aria}
          className="max-w-96"
          options={options}
          {...(mandatory ? {} : { placeholder: t("choose") })}
          {...control.text(field)}
        />
      )}
    </FieldFrame>
  );
}
