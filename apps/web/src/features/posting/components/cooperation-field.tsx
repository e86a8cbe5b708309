"use client";

import { cooperationForms } from "@lilink/model/posting";
import { Checkbox, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";
import { controlId, useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";

/** The forms of cooperation. The form holds the list: native boxes of one name lose it when the whole form is set. */
export function CooperationField() {
  const t = useTranslations("posting");
  const { errorOf } = useFormTools();
  const { field } = useController<DraftValues, "cooperation">({ name: "cooperation" });
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
            checked={field.value.includes(form)}
            onChange={(event) =>
              field.onChange(
                event.target.checked
                  ? [...field.value, form]
                  : field.value.filter((chosen) => chosen !== form),
              )
            }
          />
        ))}
      </div>
      <LevelSelect field="cooperation" />
    </fieldset>
  );
}
