"use client";

import { cooperationForms } from "@lilink/model/posting";
import { Checkbox, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { controlId, useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { useControl } from "./use-control.ts";

export function CooperationField() {
  const t = useTranslations("posting");
  const { errorOf } = useFormTools();
  const control = useControl();
  const error = errorOf("cooperation");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("field.cooperation")}</legend>
      {error ? <FieldError id={`${controlId("cooperation")}-error`}>{error}</FieldError> : null}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {cooperationForms.map((form, index) => (
          <Checkbox
            key={form}
            id={index === 0 ? controlId("cooperation") : controlId(`cooperation.${form}`)}
            label={t(`cooperation.${form}`)}
            {...control.choice("cooperation", form)}
          />
        ))}
      </div>
      <LevelSelect field="cooperation" />
    </fieldset>
  );
}
