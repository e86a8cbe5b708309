"use client";

import { Button, Tag } from "@lilink/ui";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { WordCombobox } from "#components/word-combobox.tsx";
import { useRoving } from "#lib/form/use-roving.ts";
import { asLabel, conceptName } from "../view.ts";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { FieldFrame } from "./form-fields.tsx";
import { useFormTools } from "./form-tools.tsx";

const mostConcepts = 10;

/** The concept in the chain, found by its names in both languages, pinyin or abbreviation; and further ones. */
export function ConceptField() {
  const t = useTranslations("posting.edit");
  const words = useTranslations("posting");
  const { concepts, change } = useFormTools();
  const locale = useLocale();
  const named = useNamed();
  // What the text names stands first in the list, so that a wrong reading is mended at a press.
  const options = useMemo(() => {
    const first = named.flatMap((id) => concepts.find(({ value }) => value === id) ?? []);
    return [...first, ...concepts.filter((one) => !first.includes(one))];
  }, [named, concepts]);
  const { control } = useFormContext<DraftValues>();
  const text = { placeholder: t("chooseConcept"), search: t("searchConcept"), empty: t("noConcept") };
  return (
    <FieldFrame field="concept">
      {(aria) => (
        <div className="flex flex-wrap items-center gap-2">
          <Controller
            control={control}
            name="concept"
            render={({ field }) => (
              <WordCombobox
                {...aria}
                className="max-w-80"
                options={options}
                text={text}
                value={field.value || null}
                onChange={(value) =>
                  change(
                    words("form.chosen", {
                      field: words("field.concept"),
                      value: value ? asLabel(conceptName(value, locale), locale) : words("edit.none"),
                    }),
                    (now) => ({ ...now, concept: value ?? "" }),
                    "naming",
                  )
                }
              />
            )}
          />
          <FurtherConcepts text={text} />
          <ReadConcepts />
        </div>
      )}
    </FieldFrame>
  );
}

function FurtherConcepts({ text }: { readonly text: Parameters<typeof WordCombobox>[0]["text"] }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { concepts } = useFormTools();
  const { control, watch } = useFormContext<DraftValues>();
  const main = watch("concept");
  return (
    <Controller
      control={control}
      name="concepts"
      render={({ field }) => (
        <div className="flex flex-wrap items-center gap-2">
          {field.value.map((id) => (
            <Tag
              key={id}
              removeLabel={t("edit.removeConcept", { name: conceptName(id, locale) })}
              onRemove={() => field.onChange(field.value.filter((other) => other !== id))}
            >
              {asLabel(conceptName(id, locale), locale)}
            </Tag>
          ))}
          {field.value.length < mostConcepts && main ? (
            <WordCombobox
              id={controlId("concepts")}
              aria-label={t("edit.addConcept")}
              className="w-44 border-transparent text-muted"
              options={concepts.filter(({ value }) => value !== main && !field.value.includes(value))}
              text={{ ...text, placeholder: t("edit.addConcept") }}
              value={null}
              onChange={(value) => {
                if (value) field.onChange([...field.value, value]);
              }}
            />
          ) : null}
        </div>
      )}
    />
  );
}

const mostRead = 4;

/** What the text names, most likely first; of what its words deny also what else it may be. */
function useNamed(): readonly string[] {
  const { reading } = useFormTools();
  const { found } = reading;
  return useMemo(() => {
    const all = (found?.concepts ?? []).flatMap(({ value, doubt, alternatives }) =>
      doubt ? [value, ...alternatives] : [value],
    );
    return [...new Set(all)];
  }, [found]);
}

/** Where the reading took nothing for sure, one press takes what the text names. */
function ReadConcepts() {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { change, places, reading } = useFormTools();
  const roving = useRoving<HTMLParagraphElement>();
  const main = useWatch<DraftValues, "concept">({ name: "concept" });
  const named = useNamed().slice(0, mostRead);
  if (named.length === 0 || main !== "") return null;
  const denied = reading.found?.concepts.find(({ doubt }) => doubt);
  return (
    <p {...roving} className="flex w-full flex-wrap items-center gap-2 text-sm text-muted">
      {denied?.doubt ? (
        <span className="text-ink">
          {t(`form.conceptDenied.${denied.doubt.because}`, {
            words: denied.doubt.words,
            name: conceptName(denied.value, locale),
          })}
        </span>
      ) : (
        t("form.conceptsRead")
      )}
      {named.map((id) => (
        <Button
          key={id}
          size="sm"
          className="rounded-full"
          data-rove
          onClick={() => {
            change(
              t("form.chosen", {
                field: t("field.concept"),
                value: asLabel(conceptName(id, locale), locale),
              }),
              (now) => ({ ...now, concept: id }),
              "naming",
            );
            places.focusNext(controlId("concept"));
          }}
        >
          <Plus aria-hidden />
          {asLabel(conceptName(id, locale), locale)}
        </Button>
      ))}
    </p>
  );
}
