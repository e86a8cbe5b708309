"use client";

import { useEffect } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";

const prefix = "lilink-draft:";

/** Forgets what was kept; call it once the server has the content. */
export function forgetDraft(key: string): void {
  localStorage.removeItem(prefix + key);
}

function readDraft(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? "null");
  } catch {
    return null;
  }
}

/** Keeps what is typed on this device across reload, back and the end of a session, until `forgetDraft(key)`. Never for passwords. */
export function useKeptDraft<Input extends FieldValues, Output>(
  key: string,
  form: Pick<UseFormReturn<Input, unknown, Output>, "reset" | "subscribe" | "getValues">,
): void {
  const { reset, subscribe, getValues } = form;
  useEffect(() => {
    const kept = readDraft(key);
    if (kept && typeof kept === "object") {
      reset({ ...getValues(), ...kept } as DefaultValues<Input>, { keepDefaultValues: true });
    }
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        try {
          localStorage.setItem(prefix + key, JSON.stringify(values));
        } catch {
          // Storage may be full or forbidden; the server's autosave still holds.
        }
      },
    });
  }, [key, reset, subscribe, getValues]);
}
