"use client";

import { formatUnit } from "@lilink/i18n";
import type { Component, Definition } from "@lilink/model/goals/definition";
import { Field, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { inLocale } from "#lib/in-locale.ts";
import { ExpressionField } from "./expression-field.tsx";
import { useFaultText } from "./fault-text.tsx";
import { changed, type Proposal } from "./use-proposal.ts";

export type FieldsProps = {
  readonly proposal: Proposal;
  readonly definition: Definition;
  readonly components: ReadonlyMap<string, Component>;
};

/** The expressions of what is shown, and the factors in them. */
export function MeasureFields({ proposal, definition, components }: FieldsProps) {
  const locale = useLocale();
  const faultText = useFaultText(proposal.faults);
  const t = useTranslations("definition");
  const id = useId();
  const { edit, change, next } = proposal;
  return (
    <>
      {edit.measures.map(({ code, expression }, at) => {
        const measure = definition.measures[at];
        return (
          <ExpressionField
            key={code}
            label={measure ? `${inLocale(measure.name, locale)} (${formatUnit(measure.unit, locale)})` : code}
            value={expression}
            onChange={(value) => change({ measures: changed(edit.measures, at, { expression: value }) })}
            error={faultText(`measures.${at}`)}
            definition={next}
            components={components}
          />
        );
      })}
      {edit.constants.map(({ code, value }, at) => {
        const constant = definition.constants[at];
        return (
          <Field
            key={code}
            id={`${id}-${code}`}
            label={
              constant ? `${inLocale(constant.name, locale)} (${formatUnit(constant.unit, locale)})` : code
            }
            help={`${code} · ${t("column.source")}: ${constant?.source ?? ""}`}
            error={faultText(`constants.${at}`)}
            required
          >
            {(aria) => (
              <TextInput
                {...aria}
                inputMode="decimal"
                className="max-w-48"
                value={value}
                onChange={(event) =>
                  change({ constants: changed(edit.constants, at, { value: event.target.value }) })
                }
              />
            )}
          </Field>
        );
      })}
    </>
  );
}
