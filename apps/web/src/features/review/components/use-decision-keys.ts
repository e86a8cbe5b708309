"use client";

import { useEffect, useRef } from "react";

export type DecisionKeys = { readonly approve: () => void; readonly sendBack: () => void };

/** A approves (and asks once), R goes to the reasons. No key works while one types or holds a modifier. */
export function useDecisionKeys(keys: DecisionKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const typing = at?.closest(
        "textarea, select, input:not([type=checkbox]), [contenteditable], [role=dialog]",
      );
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key !== "a" && key !== "r") return;
      event.preventDefault();
      if (key === "a") latest.current.approve();
      else latest.current.sendBack();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
