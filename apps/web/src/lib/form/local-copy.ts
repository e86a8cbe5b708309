/** What was typed and not yet acknowledged, on this device and for this person alone. */
export type LocalCopy<Values> = { readonly values: Values; readonly at: number };

export function keepCopy<Values>(key: string, values: Values, at: number): void {
  try {
    localStorage.setItem(key, JSON.stringify({ values, at } satisfies LocalCopy<Values>));
  } catch {
    // Storage may be full or forbidden; the server's autosave still holds.
  }
}

export function readCopy<Values extends object>(key: string): LocalCopy<Values> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as LocalCopy<Values> | null;
    return kept && typeof kept.at === "number" && typeof kept.values === "object" ? kept : null;
  } catch {
    return null;
  }
}

export function forgetCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept where storage is forbidden.
  }
}

/** The longest that the next page takes to read what the server has, in milliseconds. */
const leavingFor = 60_000;
let leavingSince = Number.NEGATIVE_INFINITY;
if (typeof window !== "undefined")
  window.addEventListener("beforeunload", () => {
    leavingSince = Date.now();
  });

/** Whether the next page is on its way. What is saved meanwhile may be missing from it, for it may have been read before. */
export function isLeaving(): boolean {
  return Date.now() - leavingSince < leavingFor;
}

/** The server has it: the copy goes, unless the next page is on its way and may need it. That page compares both. */
export function forgetSaved(key: string): void {
  if (!isLeaving()) forgetCopy(key);
}
