"use client";

import { useCallback, useMemo, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";
import { type PartId, partId } from "./form-part.tsx";

/** Where a change can be undone: in its part, or above the questions of the figures. */
export type UndoPlace = PartId | "asks";
/** `place` is where the press stood: the figures, where it says no other. */
export type Change = (what: string, to: (values: DraftValues) => DraftValues, place?: UndoPlace) => void;

/** The last change that stands, with the way back. */
export type Undo = { readonly what: string; readonly place: UndoPlace; readonly press: () => void };

type Made = {
  readonly what: string;
  /** What it changed, as it was. */
  readonly before: Partial<DraftValues>;
  readonly place: UndoPlace;
  /** What had the focus. */
  readonly from: string;
};

const most = 30;

const focused = () => {
  const active = document.activeElement;
  return (active?.closest("[id^=posting-ask-]") ?? active)?.id ?? "";
};

/** The fields that a change touches, as they were: what was typed elsewhere since stays when it is undone. */
export function touchedBy(before: DraftValues, after: DraftValues): Partial<DraftValues> {
  const names = Object.keys(before) as (keyof DraftValues)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, before[name]]),
  );
}

/** Changes of the whole form at one press; each can be undone where it was made, the last one first. */
export function useChanges(
  form: Pick<UseFormReturn<DraftValues>, "getValues" | "reset">,
  onDone: (what: string) => void,
  goBack: (id: string, what: string) => void,
) {
  const { getValues, reset } = form;
  const [made, setMade] = useState<readonly Made[]>([]);
  const change = useCallback<Change>(
    (what, to, place = "figures") => {
      const from = focused();
      const values = structuredClone(getValues());
      const after = to(structuredClone(values));
      reset(after, { keepDefaultValues: true });
      const before = touchedBy(values, after);
      setMade((known) => [...known, { what, before, place, from }].slice(-most));
      onDone(what);
    },
    [getValues, reset, onDone],
  );
  const undo = useMemo<Undo | null>(() => {
    const last = made.at(-1);
    if (!last) return null;
    const { what, before, place, from } = last;
    const press = () => {
      reset({ ...structuredClone(getValues()), ...before }, { keepDefaultValues: true });
      setMade((known) => known.slice(0, -1));
      goBack(from || partId(place === "asks" ? "figures" : place), what);
    };
    return { what, place, press };
  }, [made, getValues, reset, goBack]);
  return { change, undo };
}
