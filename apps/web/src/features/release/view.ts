import type { Locale } from "@lilink/i18n";
import type { Component } from "@lilink/model/goals/definition";
import type { ComboboxOption } from "@lilink/ui";
import { inLocale } from "#lib/in-locale.ts";

type Item = { readonly indicator: string; readonly component: Pick<Component, "code" | "name"> };

/** Reporting items to choose from by either name or by code, each with its indicator; one that several indicators name stands once. */
export function toComponentOptions(items: readonly Item[], locale: Locale): readonly ComboboxOption[] {
  const options = items.map(({ indicator, component: { code, name } }) => ({
    value: code,
    label: inLocale(name, locale),
    keywords: [code, name.zh, name.en],
    hint: indicator,
  }));
  return [...new Map(options.map((option) => [option.value, option])).values()];
}

/** How figures are named is the same on the page and in every file. */
export * from "@lilink/documents/release";
