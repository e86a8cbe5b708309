import type { NoticeTone } from "../display/notice-box.tsx";

export type ToastMessage = {
  readonly title: string;
  readonly body?: string;
  readonly tone?: NoticeTone;
  readonly action?: { readonly label: string; readonly run: () => void };
};
export type ShownToast = ToastMessage & { readonly id: number };

let shown: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly ShownToast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says that something happened, out of the way. An error that needs mending belongs at its form instead. */
export function toast(message: ToastMessage): void {
  lastId += 1;
  replace([...shown, { ...message, id: lastId }].slice(-3));
}

export function dismissToast(id: number): void {
  replace(shown.filter((item) => item.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly ShownToast[] {
  return shown;
}
