"use client";

import { findAttribute } from "@lilink/model/chain";
import { levelsAllowed } from "@lilink/model/posting";
import { Button, Checkbox, Field, InputRow, Select, TextInput } from "@lilink/ui";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { WordCombobox } from "#components/word-combobox.tsx";
import { attributeName } from "../view.ts";
import { attributeOptions, comparatorOptions, startOf, unitOptions } from "./attribute-options.ts";
import type { DraftValues } from "./draft-values.ts";
import { FigureLevel } from "./figure-level.tsx";
import { controlId, useFormTools } from "./form-tools.tsx";
import { PlausibleNote } from "./plausible-note.tsx";
import { useControl } from "./use-control.ts";

/** Attribute, comparison, value or range with its unit, condition, and whether it decides. */
export function FigureRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { errorOf, kind } = useFormTools();
  const { setValue, control: watched } = useFormContext<DraftValues>();
  const control = useControl();
  const [concept, figure] = useWatch({ control: watched, name: ["concept", `figures.${index}`] });
  const at = (name: string) => `figures.${index}.${name}`;
  const name = figure?.attribute ? attributeName(figure.attribute, locale) : String(index + 1);
  const error = ["value", "high", "unit"].map((part) => errorOf(at(part))).find(Boolean);

  const chooseAttribute = (id: string | null) => {
    const start = startOf(id ?? "", figure?.unit ?? "");
    setValue(`figures.${index}.attribute`, id ?? "", { shouldDirty: true });
    setValue(`figures.${index}.unit`, start.unit, { shouldDirty: true });
    if (!figure?.value) setValue(`figures.${index}.op`, start.op, { shouldDirty: true });
    if (!levelsAllowed(`figures.${id}`).some((level) => level === figure?.level))
      setValue(`figures.${index}.level`, "", { shouldDirty: true });
  };

  return (
    <div className="flex flex-col gap-3 border-l-2 border-line pl-4">
      <div className="flex items-end gap-2">
        <Field
          id={controlId(at("attribute"))}
          label={t("field.attribute")}
          error={errorOf(at("attribute"))}
          className="min-w-0 flex-1"
        >
          {(aria) => (
            <WordCombobox
              {...aria}
              options={attributeOptions(concept, locale, t("edit.usual"))}
              text={{
                placeholder: t("edit.chooseAttribute"),
                search: t("edit.searchAttribute"),
                empty: t("edit.noAttribute"),
              }}
              value={figure?.attribute || null}
              onChange={chooseAttribute}
            />
          )}
        </Field>
        <Button variant="quiet" size="icon" aria-label={t("edit.removeFigure", { name })} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </div>
      <Field id={controlId(at("value"))} label={t("field.value")} error={error}>
        {(aria) => (
          <InputRow>
            <Select
              aria-label={t("field.comparator")}
              className="w-28"
              options={comparatorOptions.map(({ value, key }) => ({ value, label: t(`op.${key}`) }))}
              {...control.text(`figures.${index}.op`)}
            />
            <TextInput
              {...aria}
              inputMode="decimal"
              className="min-w-24 text-right tabular-nums"
              {...control.text(`figures.${index}.value`)}
            />
            {figure?.op === "range" ? (
              <TextInput
                id={controlId(at("high"))}
                aria-label={t("field.high")}
                inputMode="decimal"
                className="min-w-24 text-right tabular-nums"
                {...control.text(`figures.${index}.high`)}
              />
            ) : null}
            <Select
              id={controlId(at("unit"))}
              aria-label={t("field.unit")}
              className="w-36"
              disabled={!findAttribute(figure?.attribute ?? "")}
              options={unitOptions(figure?.attribute ?? "", figure?.unit ?? "", locale)}
              {...control.text(`figures.${index}.unit`)}
            />
          </InputRow>
        )}
      </Field>
      {figure ? <PlausibleNote concept={concept} figure={figure} /> : null}
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        <Field id={controlId(at("condition"))} label={t("field.condition")}>
          {(aria) => (
            <TextInput
              {...aria}
              autoComplete="off"
              placeholder={t("help.condition")}
              {...control.text(`figures.${index}.condition`)}
            />
          )}
        </Field>
        <FigureLevel index={index} attribute={figure?.attribute ?? ""} />
      </div>
      <Checkbox
        id={controlId(at("hard"))}
        label={t(kind === "capability" ? "field.guaranteed" : "field.hard")}
        {...control.box(`figures.${index}.hard`)}
      />
    </div>
  );
}
