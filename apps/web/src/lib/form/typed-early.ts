import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page came from the server and has not woken yet: true in its first commit alone. */
export function useHydrating(): boolean {
  return useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
}

/**
 * What a person put into a control before the page woke: its text, its choice, its tick; undefined where nothing was
 * touched.
 */
export function readTyped(control: unknown): string | boolean | undefined {
  if (control instanceof HTMLTextAreaElement)
    return control.value === control.defaultValue ? undefined : control.value;
  if (control instanceof HTMLSelectElement) {
    if (control.multiple) return;
    const first = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex === Math.max(first, 0) ? undefined : control.value;
  }
  if (!(control instanceof HTMLInputElement) || ["radio", "file"].includes(control.type)) return;
  if (control.type === "checkbox")
    return control.checked === control.defaultChecked ? undefined : control.checked;
  return control.value === control.defaultValue ? undefined : control.value;
}
