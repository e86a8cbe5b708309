"use client";

import { useCallback, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";

export type Change = (what: string, to: (values: DraftValues) => DraftValues) => void;

/** Changes of the whole form at one press; the last of them can be undone while nothing was typed over it. */
export function useChanges(
  form: Pick<UseFormReturn<DraftValues>, "getValues" | "reset">,
  onDone: (what: string) => void,
) {
  const { getValues, reset } = form;
  const [last, setLast] = useState<{ readonly what: string; readonly before: DraftValues } | null>(null);
  const change = useCallback<Change>(
    (what, to) => {
      const before = structuredClone(getValues());
      reset(to(structuredClone(before)), { keepDefaultValues: true });
      setLast({ what, before });
      onDone(what);
    },
    [getValues, reset, onDone],
  );
  const undo = useCallback(() => {
    if (!last) return;
    reset(last.before, { keepDefaultValues: true });
    setLast(null);
  }, [last, reset]);
  return { change, undo, last: last?.what ?? null };
}
