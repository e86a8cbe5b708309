"use client";

import {
  isWalled,
  type LevelException,
  type LevelledField,
  levelUnder,
  wholeOf,
} from "@lilink/model/posting";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { type DraftValues, toLevels } from "./draft-values.ts";
import { useFieldText } from "./field-text.ts";
import { useFormTools } from "./form-tools.tsx";
import { Reach } from "./reach.tsx";

type ExceptionListProps = { readonly exceptions: readonly LevelException[]; readonly children?: ReactNode };

/** What is open to others than the whole: each leads to its place, and what its author chose goes back by its cross. */
export function ExceptionList({ exceptions, children }: ExceptionListProps) {
  const t = useTranslations("posting");
  const { kind, places, change } = useFormTools();
  const { label } = useFieldText(kind);
  const { getValues } = useFormContext<DraftValues>();
  const roving = useRoving<HTMLUListElement>();
  const go = (field: string) => {
    const row = getValues("figures").findIndex(({ attribute }) => field === `figures.${attribute}`);
    places.goTo(row < 0 ? `levels.${field}` : `figures.${row}.level`);
  };
  const follow = (field: string) =>
    change(
      t("form.follows", { field: label(field) }),
      (now) =>
        field.startsWith("figures.")
          ? {
              ...now,
              figures: now.figures.map((row) =>
                field === `figures.${row.attribute}` ? { ...row, level: "" as const } : row,
              ),
            }
          : {
              ...now,
              levels: {
                ...now.levels,
                [field]: levelUnder(wholeOf(toLevels(now)), field as LevelledField, kind),
              },
            },
      "visibility",
    );
  if (exceptions.length === 0) return null;
  return (
    <ul
      {...roving}
      aria-label={t("form.exceptions")}
      className="mt-2 flex flex-wrap items-center gap-2 text-sm"
    >
      <li className="text-muted">{t("form.exceptionCount", { count: exceptions.length })}</li>
      {exceptions.map(({ field, level, chosen }) => (
        <li key={field} className="inline-flex h-7 items-center rounded-md border border-line">
          <button
            type="button"
            data-rove
            onClick={() => go(field)}
            className="inline-flex h-full items-center gap-1.5 rounded-md px-2 hover:bg-raised"
          >
            <Reach level={level} />
            {label(field)}
            <span className="text-muted">
              {t(`${isWalled(field.replace(/^figures\./, "")) ? "levelWalled" : "level"}.${level}`)}
            </span>
          </button>
          {chosen ? (
            <button
              type="button"
              data-rove
              aria-label={t("form.follow", { field: label(field) })}
              onClick={() => follow(field)}
              className="inline-grid h-full w-7 place-items-center rounded-md text-muted hover:bg-raised hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          ) : null}
        </li>
      ))}
      {children}
    </ul>
  );
}
