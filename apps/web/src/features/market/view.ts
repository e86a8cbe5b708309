import { formatNumber, type Locale } from "@lilink/i18n";
import { type LinkId, linkIds } from "@lilink/model/chain";
import type { MarketData, WeakRow } from "./queries.ts";

type ConceptRow = MarketData["sums"]["concepts"][number];
const counted = [
  "needs",
  "capabilities",
  "overAsked",
  "asksAbove",
  "needsAlone",
  "capabilitiesAlone",
  "gained",
  "lost",
] as const;
type Counts = Readonly<Record<(typeof counted)[number], number>>;
export type LinkRow = Counts & { readonly link: LinkId };

/** The concepts of each link added up. */
export function toLinkRows(concepts: readonly ConceptRow[]): readonly LinkRow[] {
  return linkIds.map((link) => {
    const own = concepts.filter((row) => row.link === link);
    const counts = counted.map((key) => [key, own.reduce((sum, row) => sum + row[key], 0)]);
    return { link, ...(Object.fromEntries(counts) as Counts) };
  });
}

/** Concepts in which somebody is asked above attention or finds nobody, the most pressed first. */
export function toPressed(concepts: readonly ConceptRow[]): readonly ConceptRow[] {
  return concepts
    .filter((row) => row.overAsked + row.needsAlone + row.capabilitiesAlone > 0)
    .sort(
      (a, b) =>
        b.asksAbove - a.asksAbove ||
        b.needsAlone - a.needsAlone ||
        b.capabilitiesAlone - a.capabilitiesAlone ||
        (a.concept < b.concept ? -1 : 1),
    );
}

/** Links that are asked of: those that nothing at all is wanted of are no weak ones. */
export function toWanted(rows: readonly WeakRow[]): readonly WeakRow[] {
  return rows.filter(({ needs }) => needs > 0);
}

/** A decimal of tonnes a year as people write it. */
export function tonnesText(amount: string, locale: Locale): string {
  return formatNumber(Number(amount), locale);
}
