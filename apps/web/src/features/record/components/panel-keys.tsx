"use client";

import { useEffect } from "react";

/** J and K go to the next and the last record of the list, Escape closes the panel; not while somebody types or answers a dialog. */
export function PanelKeys() {
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
