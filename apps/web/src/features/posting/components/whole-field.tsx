"use client";

import { disclosureLevels, listExceptions, spreadWhole, wholeOf } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { controlId } from "./control-id.ts";
import { DoubtList } from "./doubt-list.tsx";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { ExceptionList } from "./exception-list.tsx";
import { FormPart, wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { OpenFigures } from "./open-figures.tsx";
import { QuietNote } from "./quiet-note.tsx";
import { Reach } from "./reach.tsx";
import { UndoButton } from "./undo-button.tsx";

/** Who sees the posting: one choice for the whole, what is otherwise beside it, and what a text tells past it. */
export function WholeField({ isMade }: { readonly isMade: boolean }) {
  const t = useTranslations("posting");
  const { kind, change } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const levels = toLevels(values);
  const whole = wholeOf(levels);
  const exceptions = listExceptions(kind, toContent(values), levels);
  const choose = (level: (typeof disclosureLevels)[number]) =>
    change(
      t("form.wholeChosen", { level: t(`level.${level}`) }),
      (now) => ({
        ...now,
        levels: { ...spreadWhole(level, kind) },
      }),
      "visibility",
    );
  return (
    <FormPart
      part="visibility"
      title={t("form.part.visibility")}
      note={t("form.wholeNote")}
      action={
        <span className="flex flex-wrap gap-x-4">
          <UndoButton at="visibility" />
          {exceptions.some(({ chosen }) => chosen) ? (
            <button
              type="button"
              className={wordButton}
              onClick={() =>
                change(
                  t("form.allFollow"),
                  (now) => ({
                    ...now,
                    levels: { ...spreadWhole(whole, kind) },
                    figures: now.figures.map((row) => ({ ...row, level: "" as const })),
                  }),
                  "visibility",
                )
              }
            >
              {t("form.allFollow")}
            </button>
          ) : null}
        </span>
      }
    >
      <QuietNote />
      <fieldset className="grid grid-cols-2 overflow-hidden rounded-md border border-edge sm:grid-cols-4">
        <legend className="sr-only">{t("form.part.visibility")}</legend>
        {disclosureLevels.map((level, index) => (
          <label
            key={level}
            className={cn(
              "flex cursor-pointer flex-col px-3 py-2 outline-offset-[-3px] outline-focus hover:bg-raised has-[:focus-visible]:outline-2",
              index % 2 === 1 && "border-l border-line",
              index > 1 && "border-t border-line sm:border-t-0",
              index === 2 && "sm:border-l",
              level === whole && "bg-raised shadow-[inset_0_0_0_2px_var(--color-ink)]",
            )}
          >
            <span className="flex items-center gap-2 font-medium">
              <input
                type="radio"
                name="posting-whole"
                id={index === 0 ? controlId("levels.figures") : undefined}
                className="sr-only"
                value={level}
                checked={level === whole}
                onChange={() => choose(level)}
              />
              <Reach level={level} />
              {t(`level.${level}`)}
            </span>
            <span className="text-xs leading-snug text-muted">{t(`form.who.${level}`)}</span>
          </label>
        ))}
      </fieldset>
      <ExceptionList exceptions={exceptions}>
        <OpenFigures isMade={isMade} />
      </ExceptionList>
      <DoubtList />
    </FormPart>
  );
}
