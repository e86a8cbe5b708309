import { catalog, type Messages, type Namespace } from "./catalog.ts";
import type { Locale } from "./locale.ts";

/** The texts of one locale: all of them, or only the named namespaces (what a client subtree needs). */
export function loadMessages(locale: Locale): Messages;
export function loadMessages<N extends Namespace>(locale: Locale, names: readonly N[]): Pick<Messages, N>;
export function loadMessages(locale: Locale, names?: readonly Namespace[]): Partial<Messages> {
  const all = catalog[locale];
  if (!names) return all;
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
