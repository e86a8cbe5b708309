import { grow } from "./grow.ts";
import type { Head } from "./head.ts";
import { saturate } from "./quantize.ts";
import type { ResolvedFilter } from "./resolve-filter.ts";
import type { SaturationTable } from "./saturation-table.ts";
import type { TermTable } from "./term-table.ts";
import type { TopSlots } from "./top-slots.ts";
import type { WeighedClause } from "./weigh-clauses.ts";

type Member = { readonly clause: number; readonly weight: number; readonly term: number };

export type HeadSearch = {
  readonly head: Head;
  readonly clauses: readonly WeighedClause[];
  readonly terms: TermTable;
  readonly table: SaturationTable;
  readonly classes: Uint16Array;
  readonly alive: Uint8Array;
  readonly filter: ResolvedFilter | undefined;
  readonly k1: number;
  readonly top: TopSlots;
};

/** 1 for each term of the query at hand, so that nearly all entries are passed over by one look. */
let marks = new Uint8Array(0);

/** Offers the documents of the head that hold a term of the query: reads every entry of it. */
export function searchHead({
  head,
  clauses,
  terms,
  table,
  classes,
  alive,
  filter,
  k1,
  top,
}: HeadSearch): void {
  if (head.count === 0) return;
  const members: readonly Member[] = clauses.flatMap(({ clause }, at) =>
    clause.members.map(({ term, weight }) => ({ clause: at, weight, term: terms.find(term) })),
  );
  const membersOf = new Map<number, number[]>();
  for (const [at, { term }] of members.entries()) membersOf.set(term, [...(membersOf.get(term) ?? []), at]);
  marks = grow(marks, terms.size);
  for (const { term } of members) if (term >= 0) marks[term] = 1;
  const held = new Float64Array(members.length);
  const sums = new Float64Array(clauses.length);
  for (let at = 0; at < head.count; at++) {
    const slot = head.base + at;
    if (alive[slot] === 0 || (filter && filter.mask[slot] === 0)) continue;
    const lengthClass = classes[slot] as number;
    let found = false;
    const end = head.starts[at + 1] as number;
    for (let entry = head.starts[at] as number; entry < end; entry++) {
      const term = head.terms[entry] as number;
      if (marks[term] === 0) continue;
      found = true;
      const frequency = table.frequencies[
        (head.rows[entry] as number) * table.stride + lengthClass
      ] as number;
      for (const member of membersOf.get(term) ?? []) held[member] = frequency;
    }
    if (found) top.offerIfEnough(slot, scoreOf(members, held, sums, clauses, k1));
  }
  for (const { term } of members) if (term >= 0) marks[term] = 0;
}

function scoreOf(
  members: readonly Member[],
  held: Float64Array,
  sums: Float64Array,
  clauses: readonly WeighedClause[],
  k1: number,
): number {
  for (const [at, { clause, weight }] of members.entries())
    (sums[clause] as number) += weight * (held[at] as number);
  let score = 0;
  for (const [at, { units }] of clauses.entries()) score += units * saturate(sums[at] as number, k1);
  held.fill(0);
  sums.fill(0);
  return score;
}
