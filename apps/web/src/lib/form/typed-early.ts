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

/** For each control of a form that was touched before the page woke: how to type the same once more, as an event that state hears. */
export function typedIn(form: HTMLFormElement): (() => void)[] {
  return [...form.elements].flatMap((control) => {
    const isChosen = control instanceof HTMLInputElement && control.type === "radio";
    const typed = isChosen ? (control.checked && !control.defaultChecked) || undefined : readTyped(control);
    return typed === undefined ? [] : [() => typeAgain(control, typed)];
  });
}

function typeAgain(control: Element, typed: string | boolean): void {
  if (typeof typed === "boolean") {
    const box = control as HTMLInputElement;
    box.checked = !typed;
    box.click();
    return;
  }
  const field = control as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  // React hears a change only where the value is another than the last that it set.
  if (!(field instanceof HTMLSelectElement)) field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, typed);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}
