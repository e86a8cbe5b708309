"use client";

import { contentLanguages } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { ConceptField } from "./concept-field.tsx";
import { ChoiceField, GrowingLine, TextField } from "./form-fields.tsx";
import { FormPart, wordButton } from "./form-part.tsx";
import { SecondNote } from "./second-note.tsx";
import { UndoButton } from "./undo-button.tsx";
import type { useMadeWords } from "./use-made-words.ts";

export type NamingFieldsProps = {
  readonly made: ReturnType<typeof useMadeWords>;
  /** An adviser prepares this one draft and starts no other for the firm. */
  readonly isAdvised: boolean;
};

/** What it is about and how it is called; everyone reads this. */
export function NamingFields({ made, isAdvised }: NamingFieldsProps) {
  const t = useTranslations("posting");
  return (
    <FormPart
      part="naming"
      title={t("form.part.naming")}
      note={t(made.isMade ? "form.madeNote" : "form.namingNote")}
      action={
        <span className="flex flex-wrap gap-x-4">
          <UndoButton at="naming" />
          {made.canMake && !made.isMade ? (
            <button type="button" className={wordButton} onClick={made.again}>
              {t("form.makeAgain")}
            </button>
          ) : null}
        </span>
      }
    >
      <div className="flex flex-col gap-2.5">
        <ConceptField />
        {isAdvised ? null : <SecondNote />}
        <GrowingLine field="title" />
        <TextField field="summary" level="summary" rows={2} />
        <ChoiceField
          field="language"
          mandatory
          options={contentLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
    </FormPart>
  );
}
