import type { ReturnFrequency } from "../../calendar/period.ts";
import type { LinkId } from "../../chain/concept.ts";
import type { OrganizationKind } from "../../organization/vocabulary.ts";
import type { Component, Definition, Reporters } from "./definition.ts";

/** What an organization is to a definition: its kind and the links that it works in. */
export type Reporter = { readonly kind: OrganizationKind; readonly links: readonly LinkId[] };

/** One sheet of a return, `<link>.<frequency>`: what is asked on it, and for which indicators. */
export type OwedSheet = {
  readonly sheet: string;
  readonly link: LinkId;
  readonly frequency: ReturnFrequency;
  readonly indicators: readonly string[];
  readonly components: readonly Component[];
};

/**
 * The sheets that an organization owes by these definitions, each component once. A component stands on the sheet of the
 * first of its reporters' links that the organization works in; bodies that are neither enterprise nor institute owe by
 * their kind alone. What the platform measures is owed by nobody. [DF3]
 * @example listOwedSheets(definitions, { kind: "enterprise", links: ["smelting"] }).map(({ sheet }) => sheet)
 */
export function listOwedSheets(definitions: readonly Definition[], reporter: Reporter): readonly OwedSheet[] {
  const sheets = new Map<string, OwedSheet>();
  for (const { indicator, basis, frequency, reporters, components } of definitions) {
    if (basis === "platform") continue;
    for (const component of components) {
      const link = sheetLink(component.reporters ?? reporters, reporter);
      if (!link) continue;
      const sheet = `${link}.${frequency}`;
      const one = sheets.get(sheet) ?? { sheet, link, frequency, indicators: [], components: [] };
      sheets.set(sheet, {
        ...one,
        indicators: one.indicators.includes(indicator) ? one.indicators : [...one.indicators, indicator],
        components: [...one.components, component],
      });
    }
  }
  return [...sheets.values()];
}

function sheetLink({ kinds, links }: Reporters, { kind, links: own }: Reporter): LinkId | undefined {
  if (!kinds.includes(kind)) return;
  const byKind = kind !== "enterprise" && kind !== "university_or_institute";
  return links.find((link) => byKind || own.includes(link));
}
