"use client";

import type { LevelledField } from "@lilink/model/posting";
import { cn, type FieldAria, FieldError, Select, type SelectOption, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { controlId } from "./control-id.ts";
import { DoubtNote } from "./doubt-note.tsx";
import { useFieldText } from "./field-text.ts";
import { useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { useControl } from "./use-control.ts";
import { hasOwnNote, useDoubts } from "./use-doubts.ts";

export type TextName =
  | "title"
  | "summary"
  | "description"
  | "price"
  | "customers"
  | "comparison"
  | "evidence"
  | "internalNote";
export type ChoiceName = "region" | "trl" | "maturity" | "ipStatus" | "budget" | "validDays" | "language";
export type HelpName = Parameters<ReturnType<typeof useTranslations<"posting.help">>>[0];

const needed: ReadonlySet<string> = new Set([
  "title",
  "concept",
  "summary",
  "cooperation",
  "language",
  "validDays",
]);

export type FieldFrameProps = {
  readonly field: TextName | ChoiceName | "concept" | "attachments" | "cooperation";
  readonly help?: HelpName | undefined;
  readonly level?: LevelledField;
  /** Whether the name is heard of a single control, or stands above several of them. */
  readonly several?: boolean;
  readonly children: (aria: FieldAria) => ReactNode;
};

/** The name of a field at its side, its control with who sees it, then help, errors and what it tells too much. */
export function FieldFrame({ field, help, level, several, children }: FieldFrameProps) {
  const t = useTranslations("posting");
  const { errorOf, kind } = useFormTools();
  const { label } = useFieldText(kind);
  const id = controlId(field);
  const error = errorOf(field) ?? (level ? errorOf(`levels.${level}`) : undefined);
  const required =
    needed.has(field) ||
    (field === "description" && kind === "project") ||
    (field === "maturity" && kind !== "need");
  const describedBy = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const Name = several ? "span" : "label";
  return (
    <div
      className={cn(
        "grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]",
        error && "border-l-2 border-danger pl-3",
      )}
    >
      <Name {...(several ? { id: `${id}-name` } : { htmlFor: id })} className="text-sm text-muted sm:pt-2">
        {label(field)}
      </Name>
      <div className="flex min-w-0 flex-col gap-1">
        <div
          className={cn("flex min-w-0 gap-x-4 gap-y-1", level && "flex-wrap items-center justify-between")}
        >
          <div className="min-w-0 flex-1 basis-64">
            {children({
              id,
              ...(describedBy ? { "aria-describedby": describedBy } : {}),
              ...(error ? { "aria-invalid": true as const } : {}),
              ...(required ? { "aria-required": true as const } : {}),
            })}
          </div>
          {level ? <LevelSelect field={level} /> : null}
        </div>
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
        {help ? (
          <p id={`${id}-help`} className="text-xs leading-relaxed text-muted">
            {t(`help.${help}`)}
          </p>
        ) : null}
        {hasOwnNote(field) ? <FieldDoubts field={field} /> : null}
      </div>
    </div>
  );
}

function FieldDoubts({ field }: { readonly field: string }) {
  const { kind } = useFormTools();
  return <DoubtNote kind={kind} doubts={useDoubts().filter((one) => one.field === field)} />;
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

/** One line of words that shows all of them where the screen is narrower. */
export function GrowingLine({ field, ...frame }: WrittenProps) {
  const control = useControl();
  return (
    <FieldFrame field={field} {...frame}>
      {(aria) => (
        <TextArea
          {...aria}
          rows={1}
          autoComplete="off"
          className="min-h-9 resize-none py-1.5"
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
          {...control.text(field)}
        />
      )}
    </FieldFrame>
  );
}

export function TextField({ field, rows = 3, ...frame }: WrittenProps & { readonly rows?: number }) {
  const control = useControl();
  return (
    <FieldFrame field={field} {...frame}>
      {(aria) => <TextArea {...aria} rows={rows} className="min-h-16" {...control.text(field)} />}
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
          className="max-w-80"
          options={options}
          {...(mandatory ? {} : { placeholder: t("choose") })}
          {...control.text(field)}
        />
      )}
    </FieldFrame>
  );
}
