"use client";

import { Field, FieldError, InputRow, Select, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { amountOptions } from "./attribute-options.ts";
import { controlId, useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { useControl } from "./use-control.ts";

/** How much, in which unit, and in which span of time. */
export function VolumeField() {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { errorOf } = useFormTools();
  const control = useControl();
  const error = errorOf("volume.amount") ?? errorOf("volume.unit");
  const overall = errorOf("volume");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("group.volume")}</legend>
      <p className="text-sm text-muted">{t("help.volume")}</p>
      {overall ? <FieldError id={`${controlId("volume")}-error`}>{overall}</FieldError> : null}
      <Field id={controlId("volume.amount")} label={t("field.amount")} error={error}>
        {(aria) => (
          <InputRow>
            <TextInput
              {...aria}
              inputMode="decimal"
              className="min-w-32 text-right tabular-nums"
              {...control.text("volume.amount")}
            />
            <Select
              id={controlId("volume.unit")}
              aria-label={t("field.unit")}
              className="w-40"
              placeholder={t("edit.choose")}
              options={amountOptions(locale)}
              {...control.text("volume.unit")}
            />
          </InputRow>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        {(["from", "to"] as const).map((end) => (
          <Field
            key={end}
            id={controlId(`volume.${end}`)}
            label={t(`field.${end}`)}
            error={errorOf(`volume.${end}`)}
          >
            {(aria) => <TextInput {...aria} type="date" {...control.text(`volume.${end}`)} />}
          </Field>
        ))}
      </div>
      <LevelSelect field="volume" />
    </fieldset>
  );
}
