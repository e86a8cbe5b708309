"use client";

import { formatDate } from "@lilink/i18n";
import { maturitySteps } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { controlId } from "./control-id.ts";
import { CooperationField } from "./cooperation-field.tsx";
import type { DraftValues } from "./draft-values.ts";
import { ExtraField, ReadBudget } from "./extra-field.tsx";
import { useFieldText } from "./field-text.ts";
import { ChoiceField } from "./form-fields.tsx";
import { FormPart } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { UndoButton } from "./undo-button.tsx";
import { type Extra, extras } from "./use-places.ts";

const validities: readonly number[] = [30, 90, 180, 270, 366];

/** How one works together, how long it stands, who is behind it; whatever else is optional comes at a press. */
export function TermsFields() {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { kind, places, errorOf, reading } = useFormTools();
  const { label } = useFieldText(kind);
  const deadline = reading.found?.deadline;
  const { control, getValues } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const days = [...new Set([...validities, Number(getValues("validDays"))])].sort((a, b) => a - b);
  const fitting = extras.filter((extra) => isOf(extra, kind));
  const isOpen = (extra: Extra) =>
    places.shown.has(extra) || values[extra].length > 0 || errorOf(extra) !== undefined;
  const roving = useRoving<HTMLFieldSetElement>();
  const closed = fitting.filter((extra) => !isOpen(extra));
  return (
    <FormPart part="terms" title={t("form.part.terms")} action={<UndoButton at="terms" />}>
      <div className="flex flex-col gap-2.5">
        <CooperationField />
        {kind === "need" && values.maturity === "" ? null : (
          <ChoiceField
            field="maturity"
            level="maturity"
            options={maturitySteps.map((value) => ({ value, label: t(`maturity.${value}`) }))}
          />
        )}
        <ChoiceField
          field="validDays"
          mandatory
          options={days.map((count) => ({ value: String(count), label: t("edit.days", { days: count }) }))}
        />
        {deadline && values.levels.description !== "own" ? (
          <p className="-mt-1 text-xs text-muted sm:pl-40">
            {t("form.validRead", { date: formatDate(deadline.day, locale) })}
          </p>
        ) : null}
        <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <label htmlFor={controlId("levels.identity")} className="text-sm text-muted">
            {t("field.identity")}
          </label>
          <LevelSelect field="identity" boxed />
        </div>
        {fitting.filter(isOpen).map((extra) => (
          <ExtraField key={extra} extra={extra} />
        ))}
        <ReadBudget />
        {closed.length > 0 ? (
          <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <span id="posting-more" className="text-sm text-muted sm:pt-1.5">
              {t("form.more")}
            </span>
            <fieldset {...roving} aria-labelledby="posting-more" className="flex flex-wrap gap-1.5">
              {closed.map((extra) => (
                <Button key={extra} size="sm" data-rove onClick={() => places.goTo(extra)}>
                  <Plus aria-hidden />
                  {label(extra)}
                </Button>
              ))}
            </fieldset>
          </div>
        ) : null}
      </div>
    </FormPart>
  );
}

function isOf(extra: Extra, kind: string): boolean {
  if (extra === "comparison") return kind !== "need";
  return extra !== "budget" || kind !== "capability";
}
