"use client";

import { useEffect } from "react";

/** J and K go to the next and the last record of the list, Escape closes the panel, which is brought into view on a small screen; not while somebody types or answers a dialog. */
export function PanelKeys() {
  useEffect(() => {
    // Where the panel stands above the list, it is shown; beside the list it is seen anyway.
    if (!matchMedia("(min-width: 80rem)").matches) document.getElementById("panel-title")?.scrollIntoView();
  }, []);
  useEffect(() => {
    const press = ({ key, target, altKey, ctrlKey, metaKey, defaultPrevented }: KeyboardEvent) => {
      if (defaultPrevented || altKey || ctrlKey || metaKey) return;
      if (
        target instanceof Element &&
        target.closest("input, textarea, select, [role=dialog], [role=combobox]")
      )
        return;
      document.querySelector<HTMLElement>(`[data-panel-key="${CSS.escape(key)}"]`)?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}
