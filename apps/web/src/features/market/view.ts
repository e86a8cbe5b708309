import { formatNumber, formatQuantity, type Locale } from "@lilink/i18n";
import { ancestorsOf, descendantsOf, type LinkId, linkIds, neighboursOf } from "@lilink/model/chain";
import type { BalanceRow, MarketData, WeakRow } from "./queries.ts";

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
  const wanted = rows.filter(({ needs }) => needs > 0);
  // Those of one state stand under one heading.
  const states = [...new Set(wanted.map(({ state }) => state))];
  return states.flatMap((own) => wanted.filter(({ state }) => state === own));
}

/** Everything that may serve a need of the concept. */
export const offersOf = ({ capabilities, projects }: Pick<WeakRow, "capabilities" | "projects">) =>
  capabilities + projects;

/** Whether the stated tonnes offered exceed those asked, and by how much. */
export function balanceWords(
  balance: string,
  locale: Locale,
): ["surplus" | "shortfall" | "level", { amount: string }] {
  const tonnes = Number(balance);
  const amount = formatQuantity(Math.abs(tonnes), "t/a", locale, "exact");
  return [tonnes === 0 ? "level" : tonnes > 0 ? "surplus" : "shortfall", { amount }];
}

/** A decimal of tonnes a year as people write it. */
export function tonnesText(amount: string, locale: Locale): string {
  return formatNumber(Number(amount), locale);
}

/** How a concept stands to the chosen one along the chain. */
export const places = ["upstream", "wider", "own", "kind", "downstream"] as const;
export type Place = (typeof places)[number];
export type PlacedRow = BalanceRow & { readonly place: Place };

/**
 * The concept that is asked for; else the one with most tonnes unmet of those whose amounts are told on both sides, else of all; null where
 * nothing stands.
 */
export function chooseConcept(rows: readonly BalanceRow[], asked: unknown): string | null {
  if (rows.some(({ concept }) => concept === asked)) return String(asked);
  const isTold = ({ asked: need, offered }: BalanceRow) => need !== undefined && offered !== undefined;
  const [most] = [...rows].sort(
    (a, b) =>
      Number(isTold(b)) - Number(isTold(a)) ||
      Number(b.unmet) - Number(a.unmet) ||
      (a.concept < b.concept ? -1 : 1),
  );
  return most?.concept ?? null;
}

/** The chosen concept between what it is made from and what is made from it, of those that are asked or offered. */
export function placeAround(rows: readonly BalanceRow[], chosen: string): readonly PlacedRow[] {
  const placeOf = new Map<string, Place>();
  const put = (concept: string, place: Place) => placeOf.has(concept) || placeOf.set(concept, place);
  put(chosen, "own");
  for (const concept of ancestorsOf(chosen)) put(concept, "wider");
  for (const concept of descendantsOf(chosen)) put(concept, "kind");
  for (const { concept, relation, direction } of neighboursOf(chosen))
    if (relation === "feeds") put(concept, direction === "in" ? "upstream" : "downstream");
  return rows
    .flatMap((row) => {
      const place = placeOf.get(row.concept);
      return place ? [{ ...row, place }] : [];
    })
    .sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place) || (a.concept < b.concept ? -1 : 1));
}
