import { ancestorsOf, descendantsOf, neighboursOf } from "@lilink/model/chain";
import type { BalanceRow } from "./queries.ts";

/** How a concept stands to the chosen one along the chain. */
export const places = ["upstream", "wider", "own", "kind", "downstream"] as const;
export type Place = (typeof places)[number];
export type PlacedRow = BalanceRow & { readonly place: Place };

/** The concept that is asked for, else the one with most tonnes unmet, else the first; null where nothing stands. */
export function chooseConcept(rows: readonly BalanceRow[], asked: unknown): string | null {
  if (rows.some(({ concept }) => concept === asked)) return String(asked);
  const [most] = [...rows].sort(
    (a, b) => Number(b.unmet) - Number(a.unmet) || (a.concept < b.concept ? -1 : 1),
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
