"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { type MadeWords, makeWords, type Phrases } from "./made-words.ts";

const both = ["title", "summary"] as const;

/**
 * Title and summary follow the concept and the open figures for as long as they are the platform's own words; what somebody
 * typed stays. `hold`: another text waits to be chosen, or the first reading is under way, and nothing is written meanwhile.
 */
export function useMadeWords(
  form: UseFormReturn<DraftValues>,
  phrases: Readonly<Record<"zh" | "en", Phrases>>,
  hold: boolean,
) {
  const values = form.watch();
  const made = makeWords(toContent(values), toLevels(values), values.language, phrases[values.language]);
  const { title, summary } = made;
  const last = useRef<MadeWords>({ title, summary });
  useEffect(() => {
    if (hold) return;
    const now = { title, summary };
    for (const field of both) {
      const typed = form.getValues(field);
      if (now[field] !== typed && (typed.trim() === "" || typed === last.current[field]) && now[field] !== "")
        form.setValue(field, now[field], { shouldDirty: true });
    }
    last.current = now;
  }, [title, summary, form, hold]);
  const isMade = title !== "" && values.title === title && values.summary === summary;
  const again = useCallback(() => {
    for (const field of both) form.setValue(field, last.current[field], { shouldDirty: true });
  }, [form]);
  return useMemo(
    () => ({ isMade, canMake: title !== "", again, words: { title, summary } }),
    [isMade, title, summary, again],
  );
}
