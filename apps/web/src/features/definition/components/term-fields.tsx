"use client";

import { findFigureDimension, listLeaves } from "@lilink/model/goals/definition";
import { Checkbox, Field, FieldError, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { inLocale } from "#lib/in-locale.ts";
import { useFaultText } from "./fault-text.tsx";
import { changed, type Proposal } from "./use-proposal.ts";

const languages = ["zh", "en"] as const;

/** What words count: their text, and the codes that belong to them. */
export function TermFields({ proposal }: { readonly proposal: Proposal }) {
  const t = useTranslations("definition.propose");
  const locale = useLocale();
  const faultText = useFaultText(proposal.faults);
  const id = useId();
  const { edit, change } = proposal;
  return (
    <>
      {edit.terms.map((term, at) => {
        const name = inLocale(term.name, locale);
        const leaves = term.dimension ? listLeaves(findFigureDimension(term.dimension)?.codes ?? []) : [];
        const codes = term.codes ?? [];
        const fault = faultText(`terms.${at}`);
        return (
          <div key={`${term.dimension ?? ""} ${term.code}`} className="flex flex-col gap-3">
            {languages.map((language) => (
              <Field
                key={language}
                id={`${id}-${at}-${language}`}
                label={t("termText", { name, language: t(`language.${language}`) })}
                required
              >
                {(aria) => (
                  <TextArea
                    {...aria}
                    rows={2}
                    value={term.text[language]}
                    onChange={(event) =>
                      change({
                        terms: changed(edit.terms, at, {
                          text: { ...term.text, [language]: event.target.value },
                        }),
                      })
                    }
                  />
                )}
              </Field>
            ))}
            {leaves.length > 0 ? (
              <fieldset>
                <legend className="font-medium">{t("termCodes", { name })}</legend>
                {fault ? <FieldError id={`${id}-${at}-fault`}>{fault}</FieldError> : null}
                <div className="grid gap-x-6 sm:grid-cols-2">
                  {leaves.map((leaf) => (
                    <Checkbox
                      key={leaf.code}
                      id={`${id}-${at}-${leaf.code}`}
                      label={inLocale(leaf.name, locale)}
                      checked={codes.includes(leaf.code)}
                      onChange={(event) =>
                        change({
                          terms: changed(edit.terms, at, {
                            codes: event.target.checked
                              ? [...codes, leaf.code]
                              : codes.filter((code) => code !== leaf.code),
                          }),
                        })
                      }
                    />
                  ))}
                </div>
              </fieldset>
            ) : null}
          </div>
        );
      })}
    </>
  );
}
