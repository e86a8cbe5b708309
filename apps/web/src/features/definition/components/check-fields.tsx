"use client";

import { checkSeverities } from "@lilink/model/goals/definition";
import { Button, Field, Select, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { inLocale } from "#lib/in-locale.ts";
import { ExpressionField } from "./expression-field.tsx";
import { useFaultText } from "./fault-text.tsx";
import type { FieldsProps } from "./measure-fields.tsx";
import { changed } from "./use-proposal.ts";

const languages = ["zh", "en"] as const;

/** What a return is asked: texts, how hard, and the condition. */
export function CheckFields({ proposal, components }: FieldsProps) {
  const t = useTranslations("definition");
  const faultText = useFaultText(proposal.faults);
  const id = useId();
  const locale = useLocale();
  const { edit, change, next } = proposal;
  const add = () => {
    const code = `check_${edit.checks.length + 1}`;
    const taken = edit.checks.some((check) => check.code === code);
    change({
      checks: [
        ...edit.checks,
        {
          code: taken ? `${code}_${edit.checks.length}` : code,
          severity: "soft",
          scope: "return",
          text: { zh: "", en: "" },
          expression: "",
        },
      ],
    });
  };
  return (
    <>
      {edit.checks.map((check, at) => (
        <fieldset key={check.code} className="flex flex-col gap-3 border-l-2 border-line pl-4">
          <legend className="font-medium">
            {check.text.zh || check.text.en
              ? inLocale(check.text, locale)
              : t("propose.newCheck", { code: at + 1 })}
          </legend>
          {languages.map((language) => (
            <Field
              key={language}
              id={`${id}-${at}-${language}`}
              label={t("propose.checkText", { language: t(`propose.language.${language}`) })}
              required
            >
              {(aria) => (
                <TextArea
                  {...aria}
                  rows={2}
                  value={check.text[language]}
                  onChange={(event) =>
                    change({
                      checks: changed(edit.checks, at, {
                        text: { ...check.text, [language]: event.target.value },
                      }),
                    })
                  }
                />
              )}
            </Field>
          ))}
          <Field id={`${id}-${at}-severity`} label={t("column.severity")} required>
            {(aria) => (
              <Select
                {...aria}
                className="max-w-72"
                value={check.severity}
                options={checkSeverities.map((value) => ({ value, label: t(`severity.${value}`) }))}
                onChange={(event) => {
                  const severity = checkSeverities.find((one) => one === event.target.value);
                  if (severity) change({ checks: changed(edit.checks, at, { severity }) });
                }}
              />
            )}
          </Field>
          <ExpressionField
            label={`${t("propose.checkExpression")} · ${t(`scope.${check.scope}`)}`}
            value={check.expression}
            onChange={(expression) => change({ checks: changed(edit.checks, at, { expression }) })}
            error={faultText(`checks.${at}`)}
            definition={next}
            components={components}
          />
          <Button
            size="sm"
            className="self-start"
            onClick={() => change({ checks: edit.checks.filter((_, place) => place !== at) })}
          >
            {t("propose.removeCheck")}
          </Button>
        </fieldset>
      ))}
      <Button size="sm" className="self-start" onClick={add}>
        {t("propose.addCheck")}
      </Button>
    </>
  );
}
