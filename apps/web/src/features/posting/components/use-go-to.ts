"use client";

import { useFormContext } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { openAsks } from "./marks.ts";

/** Leads to what is missing: where no figure stands and the text leaves questions, to the first of them. */
export function useGoTo(): (field: string) => void {
  const { places, reading } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  return (field) => {
    const { found, left } = reading;
    const asked = field === "figures" && found ? openAsks(found, getValues(), left)[0] : undefined;
    if (found && asked) places.focusNext(`posting-ask-${found.asked.indexOf(asked)}`);
    else places.goTo(field);
  };
}
