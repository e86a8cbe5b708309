"use client";

import { useEffect, useRef } from "react";

export type DecisionKeys = { readonly approve: () => void; readonly sendBack: () => void };

/**
 * A goes to the button that approves, R to the reasons: one key alone decides nothing. No key works while one types or
 * holds a modifier, and none at all for whoever switched them off.
 */
export function useDecisionKeys(on: boolean, keys: DecisionKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
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
  }, [on]);
}
