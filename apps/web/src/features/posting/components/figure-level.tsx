"use client";

import { isWalled, levelsAllowed } from "@lilink/model/posting";
import { Field, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { controlId, useFormTools } from "./form-tools.tsx";
import { useControl } from "./use-control.ts";

/** Who sees one figure, where it differs from the others. */
export function FigureLevel({ index, attribute }: { readonly index: number; readonly attribute: string }) {
  const t = useTranslations("posting");
  const { errorOf } = useFormTools();
  const control = useControl();
  const words = isWalled(attribute) ? "levelWalled" : "level";
  return (
    <Field
      id={controlId(`levels.figures.${attribute || index}`)}
      label={t("field.levels")}
      error={attribute ? errorOf(`levels.figures.${attribute}`) : undefined}
    >
      {(aria) => (
        <Select
          {...aria}
          placeholder={t(attribute === "price" ? "edit.figureLevelPrice" : "edit.figureLevel")}
          options={levelsAllowed(`figures.${attribute}`).map((level) => ({
            value: level,
            label: t(`${words}.${level}`),
          }))}
          {...control.text(`figures.${index}.level`)}
        />
      )}
    </Field>
  );
}
