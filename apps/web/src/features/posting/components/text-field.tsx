"use client";

import { levelOf, levelOfFigure, takenOut } from "@lilink/model/posting";
import { FieldError, TextArea } from "@lilink/ui";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { controlId } from "./control-id.ts";
import { DoubtNote } from "./doubt-note.tsx";
import { type DraftValues, toLevels } from "./draft-values.ts";
import { FormPart, wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { MarkedText } from "./marked-text.tsx";
import { isCloser, listMarks } from "./marks.ts";
import { takeProposal } from "./take-proposal.ts";
import { useControl } from "./use-control.ts";
import { useDoubts } from "./use-doubts.ts";

/** The author's own words, kept as they are: read with marks, or typed over. */
export function TextField() {
  const t = useTranslations("posting");
  const { places, reading, errorOf } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const isBlank = values.description.trim() === "";
  const isTyped = places.isTextOpen || isBlank;
  const error = errorOf("description");
  const doubts = useDoubts().filter(({ field }) => field === "description");
  return (
    <FormPart
      part="text"
      title={t("form.part.text")}
      note={t(values.description.includes(takenOut) ? "form.textCut" : "form.textNote", { mark: takenOut })}
      action={
        isBlank ? null : (
          <button
            type="button"
            id="posting-text-switch"
            className={wordButton}
            onClick={() => {
              places.openText(!isTyped);
              places.focusNext(isTyped ? "posting-text-switch" : controlId("description"));
            }}
          >
            {t(isTyped ? "form.textDone" : "form.textEdit")}
          </button>
        )
      }
    >
      <div className="flex flex-col gap-2">
        {error ? <FieldError id={`${controlId("description")}-error`}>{error}</FieldError> : null}
        {isTyped ? <TypedText invalid={error !== undefined} /> : <ReadText values={values} />}
        {isBlank ? null : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
            <Found values={values} />
            <span className="ml-auto">
              <LevelSelect field="description" />
            </span>
          </div>
        )}
        <DoubtNote doubts={doubts} />
        {reading.failure ? <ReadingFailure /> : null}
      </div>
    </FormPart>
  );
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

function ReadText({ values }: { readonly values: DraftValues }) {
  const { reading } = useFormTools();
  const levels = toLevels(values);
  const own = levelOf("description", levels);
  const isKept = (name: string) => {
    if (name === "concept") return false;
    if (name === "volume" || name === "region" || name === "ipStatus" || name === "cooperation")
      return isCloser(levelOf(name, levels), own);
    if (name === "trl" || name === "maturity") return isCloser(levelOf("maturity", levels), own);
    return isCloser(levelOfFigure(name, levels), own);
  };
  const marks = reading.found ? listMarks(reading.found, values, reading.left, isKept) : [];
  return (
    <MarkedText text={values.description} language={values.language} marks={marks} found={reading.found} />
  );
}

/** What the marks mean, and what was read and is not in the form yet. */
function Found({ values }: { readonly values: DraftValues }) {
  const t = useTranslations("posting.form");
  const { reading, change } = useFormTools();
  const { found, pending } = reading;
  if (!found) return <span role="status">{pending ? t("reading") : ""}</span>;
  const marks = listMarks(found, values, reading.left);
  const open = marks.filter(({ kind }) => kind === "open").length;
  return (
    <>
      <span className="border-b-2 border-edge">{t("mark.row")}</span>
      <span className="border-b-2 border-warning border-dashed">{t("mark.ask")}</span>
      <span className="border-b-2 border-edge border-dotted">{t("mark.left")}</span>
      <span className="inline-flex items-center gap-1">
        <Lock aria-hidden className="size-3" />
        {t("mark.locked")}
      </span>
      {open > 0 ? (
        <button
          type="button"
          className={wordButton}
          onClick={() => change(t("taken", { count: open }), (now) => takeProposal(now, found, true))}
        >
          {t("take", { count: open })}
        </button>
      ) : null}
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
