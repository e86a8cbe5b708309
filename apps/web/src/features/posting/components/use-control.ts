"use client";

import { type FieldPath, useFormContext } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";

type Name = FieldPath<DraftValues>;

/**
 * What a native control spreads. It names its value for the server's rendering too, so that the page never shows an
 * empty form before it is alive.
 */
export function useControl() {
  const { register, getValues } = useFormContext<DraftValues>();
  return {
    text: (name: Name, onBlur?: () => void) => ({
      ...register(name, onBlur ? { onBlur } : {}),
      defaultValue: String(getValues(name) ?? ""),
    }),
    box: (name: Name) => ({ ...register(name), defaultChecked: getValues(name) === true }),
  };
}
