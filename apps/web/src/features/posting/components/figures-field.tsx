"use client";

import { Button, FieldError } from "@lilink/ui";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { type DraftValues, emptyFigure } from "./draft-values.ts";
import { FigureRow } from "./figure-row.tsx";
import { controlId, useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";

const mostFigures = 40;

/** The figures, one after another; each may be opened more or less widely than the rest. */
export function FiguresField() {
  const t = useTranslations("posting");
  const { errorOf } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "figures" });
  const error = errorOf("figures");
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">{t("field.figures")}</legend>
      <p className="text-sm text-muted">{t("help.figures")}</p>
      {error ? <FieldError id={`${controlId("figures")}-error`}>{error}</FieldError> : null}
      <LevelSelect field="figures" />
      {fields.map((row, index) => (
        <FigureRow key={row.id} index={index} onRemove={() => remove(index)} />
      ))}
      {fields.length < mostFigures ? (
        <Button
          id={controlId("figures")}
          className="self-start"
          onClick={() => append({ ...emptyFigure }, { shouldFocus: false })}
        >
          <Plus aria-hidden />
          {t("edit.addFigure")}
        </Button>
      ) : null}
    </fieldset>
  );
}
