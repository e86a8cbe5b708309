"use client";

import { levelOf, levelOfFigure } from "@lilink/model/posting";
import { FieldError, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRoving } from "#lib/form/use-roving.ts";
import { controlId } from "./control-id.ts";
import { type DraftValues, toLevels } from "./draft-values.ts";
import { FormPart, wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { MarkLegend } from "./mark-legend.tsx";
import { MarkedText } from "./marked-text.tsx";
import { isCloser, listMarks, type Mark } from "./marks.ts";
import { useControl } from "./use-control.ts";
import { useDoubts } from "./use-doubts.ts";

/** The author's own words, kept as they are: read with marks, or typed over. */
export function TextField({ beside }: { readonly beside: ReactNode }) {
  const t = useTranslations("posting");
  const { places, reading, errorOf } = useFormTools();
  const { control, formState } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const first = formState.defaultValues?.description ?? "";
  const isShortened = first !== "" && values.description.length < first.length;
  const roving = useRoving<HTMLSpanElement>();
  const isBlank = values.description.trim() === "";
  const isTyped = places.isTextOpen || isBlank;
  const error = errorOf("description");
  const marks = useMarks(values);
  const doubts = useDoubts().filter(({ field }) => field === "description");
  return (
    <FormPart
      part="text"
      title={t("form.part.text")}
      note={t(isShortened ? "form.textShortened" : "form.textNote")}
      action={
        <span {...roving} className="flex flex-wrap gap-x-4">
          {isBlank ? null : (
            <button
              type="button"
              data-rove
              id="posting-text-switch"
              className={wordButton}
              onClick={() => {
                places.openText(!isTyped);
                places.focusNext(isTyped ? "posting-text-switch" : controlId("description"));
              }}
            >
              {t(isTyped ? "form.textDone" : "form.textEdit")}
            </button>
          )}
          {beside}
        </span>
      }
    >
      <div className="flex flex-col gap-2">
        {error ? <FieldError id={`${controlId("description")}-error`}>{error}</FieldError> : null}
        {isTyped ? (
          <TypedText invalid={error !== undefined} />
        ) : (
          <MarkedText text={values.description} language={values.language} marks={marks} />
        )}
        {isBlank ? null : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
            <MarkLegend marks={marks} />
            <span className="ml-auto">
              <LevelSelect field="description" />
            </span>
          </div>
        )}
        {doubts.length > 0 ? (
          <p role="status" className="border-l-2 border-warning pl-3 text-sm">
            {t("doubt.brief", { count: doubts.length, part: t("form.part.visibility") })}
          </p>
        ) : null}
        {reading.failure ? <ReadingFailure /> : null}
      </div>
    </FormPart>
  );
}

/** The marks of the text as it stands; those of a field that fewer readers see are locked. */
function useMarks(values: DraftValues): readonly Mark[] {
  const { reading } = useFormTools();
  if (!reading.found) return [];
  const levels = toLevels(values);
  const own = levelOf("description", levels);
  const isKept = (name: string) => {
    if (name === "concept") return false;
    if (name === "volume" || name === "region" || name === "ipStatus" || name === "cooperation")
      return isCloser(levelOf(name, levels), own);
    if (name === "trl" || name === "maturity") return isCloser(levelOf("maturity", levels), own);
    return isCloser(levelOfFigure(name, levels), own);
  };
  return listMarks(reading.found, values, reading.left, isKept);
}

function TypedText({ invalid }: { readonly invalid: boolean }) {
  const t = useTranslations("posting");
  const control = useControl();
  return (
    <>
      <label htmlFor={controlId("description")} className="sr-only">
        {t("field.description")}
      </label>
      <TextArea
        id={controlId("description")}
        rows={5}
        maxLength={8000}
        placeholder={t("form.textPlaceholder")}
        {...(invalid
          ? { "aria-invalid": true, "aria-describedby": `${controlId("description")}-error` }
          : {})}
        {...control.text("description")}
      />
    </>
  );
}

function ReadingFailure() {
  const t = useTranslations("posting");
  const errors = useTranslations("error");
  const { reading } = useFormTools();
  const { text, fields } = toErrorMessage(reading.failure, { text: t("field.description") }, errors);
  return <FieldError id="reading-failure">{fields[0]?.text ?? text}</FieldError>;
}
