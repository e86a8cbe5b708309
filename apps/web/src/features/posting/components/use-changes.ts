"use client";

import { useCallback, useMemo, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";
import { type PartId, partId } from "./form-part.tsx";

/** Where a change can be undone: in its part, or above the questions of the figures. */
export type UndoPlace = PartId | "asks";
/** `place` is where the press stood: the figures, where it says no other. */
export type Change = (what: string, to: (values: DraftValues) => DraftValues, place?: UndoPlace) => void;

/** The last change, with the way back. */
export type Undo = { readonly what: string; readonly place: UndoPlace; readonly press: () => void };

type Last = {
  readonly what: string;
  readonly before: DraftValues;
  readonly place: UndoPlace;
  /** What had the focus. */
  readonly from: string;
};

const focused = () => {
  const active = document.activeElement;
  return (active?.closest("[id^=posting-ask-]") ?? active)?.id ?? "";
};

/** Changes of the whole form at one press; the last of them can be undone where it was made. */
export function useChanges(
  form: Pick<UseFormReturn<DraftValues>, "getValues" | "reset">,
  onDone: (what: string) => void,
  goBack: (id: string) => void,
) {
  const { getValues, reset } = form;
  const [last, setLast] = useState<Last | null>(null);
  const change = useCallback<Change>(
    (what, to, place = "figures") => {
      const from = focused();
      const before = structuredClone(getValues());
      reset(to(structuredClone(before)), { keepDefaultValues: true });
      setLast({ what, before, place, from });
      onDone(what);
    },
    [getValues, reset, onDone],
  );
  const undo = useMemo<Undo | null>(
    () =>
      last && {
        what: last.what,
        place: last.place,
        press: () => {
          reset(last.before, { keepDefaultValues: true });
          setLast(null);
          goBack(last.from || partId(last.place === "asks" ? "figures" : last.place));
        },
      },
    [last, reset, goBack],
  );
  return { change, undo };
}
