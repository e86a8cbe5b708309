"use client";

import { findDoubts, type LevelledField, levelOf, levelOfFigure } from "@lilink/model/posting";
import { useFormContext, useWatch } from "react-hook-form";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";

/** What the texts of the form tell right now beyond their level, and who reads each of them; nothing until a new text is read. */
export function useDoubts() {
  const { identity, kind, reading } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const names = [identity.name, ...(identity.nameEn ? [identity.nameEn] : [])];
  const levels = toLevels(values);
  if (reading.settling) return [];
  return findDoubts(toContent(values), levels, names, kind).map((doubt) => ({
    ...doubt,
    readers: doubt.field.startsWith("figures.")
      ? levelOfFigure(doubt.field.slice("figures.".length), levels)
      : levelOf(doubt.field as LevelledField, levels),
  }));
}

const noted: ReadonlySet<string> = new Set(["title", "summary", "description", "comparison", "evidence"]);

/** Whether a field shows its hints below itself; all of them stand before the submission. */
export function hasOwnNote(field: string): boolean {
  return noted.has(field);
}
