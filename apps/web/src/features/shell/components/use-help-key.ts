"use client";

import { useEffect } from "react";

/** Calls `open` on the question mark, unless somebody types or has switched single keys off. */
export function useHelpKey(on: boolean, open: () => void): void {
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const typing = at?.closest("textarea, select, input, [contenteditable], [role=dialog]");
      if (event.key !== "?" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on, open]);
}
