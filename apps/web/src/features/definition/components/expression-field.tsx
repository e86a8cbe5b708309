"use client";

import {
  type Component,
  type DefinitionContent,
  evaluateExpression,
  exampleFigures,
  parseExpression,
} from "@lilink/model/goals/definition";
import { Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId } from "react";

export type ExpressionFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly definition: DefinitionContent;
  readonly components: ReadonlyMap<string, Component>;
};

/** An expression, read as it is typed: what is wrong with it, else what it gives on an example. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, onChange, error, definition, components } = props;
  const t = useTranslations("definition.propose");
  const id = useId();
  const parsed = error === undefined ? parseExpression(value) : null;
  const constants = new Map(definition.constants.map((one) => [one.code, one.value]));
  const figure = parsed?.ok
    ? evaluateExpression(parsed.expression, exampleFigures(value, definition, components), constants)
    : undefined;
  const told =
    figure === undefined
      ? ""
      : figure === null
        ? t("noFigure")
        : typeof figure === "boolean"
          ? t(figure ? "holds" : "fails")
          : t("example", { value: figure.toSignificantDigits(6).toFixed() });
  return (
    <div>
      <Field id={id} label={label} error={error} required>
        {(aria) => (
          <TextArea
            {...aria}
            rows={2}
            className="font-mono text-sm"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <p aria-live="polite" className="min-h-6 text-sm text-muted">
        {told}
      </p>
    </div>
  );
}
