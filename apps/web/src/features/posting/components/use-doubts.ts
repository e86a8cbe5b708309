"use client";

import { findDoubts } from "@lilink/model/posting";
import { useFormContext, useWatch } from "react-hook-form";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";

/** What the texts of the form tell right now beyond their level. */
export function useDoubts() {
  const { identity } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const names = [identity.name, ...(identity.nameEn ? [identity.nameEn] : [])];
  return findDoubts(toContent(values), toLevels(values), names);
}

const noted: ReadonlySet<string> = new Set(["title", "summary", "description", "comparison", "evidence"]);

/** Whether a field shows its hints below itself; all of them stand before the submission. */
export function hasOwnNote(field: string): boolean {
  return noted.has(field);
}
