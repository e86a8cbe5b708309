"use client";

import { findDoubts } from "@lilink/model/posting";
import { useLocale } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { amountOptions } from "./attribute-options.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { openAsks } from "./marks.ts";

/** What the texts of the form tell right now beyond their level; an amount that is still a question may be the volume. */
export function useDoubts() {
  const { identity, reading } = useFormTools();
  const locale = useLocale();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const names = [identity.name, ...(identity.nameEn ? [identity.nameEn] : [])];
  const content = toContent(values);
  const units = amountOptions(locale);
  const asked =
    content.volume || !reading.found
      ? undefined
      : openAsks(reading.found, values, new Set()).find(({ value }) =>
          units.some((one) => one.value === value.unit),
        )?.value;
  const volume = asked ? { volume: { amount: asked.high ?? asked.value, unit: asked.unit } } : {};
  return findDoubts({ ...content, ...volume }, toLevels(values), names);
}

const noted: ReadonlySet<string> = new Set(["title", "summary", "description", "comparison", "evidence"]);

/** Whether a field shows its hints below itself; all of them stand before the submission. */
export function hasOwnNote(field: string): boolean {
  return noted.has(field);
}
