import {
  ancestorsOf,
  concepts,
  descendantsOf,
  findConcept,
  type Neighbour,
  neighboursOf,
} from "../../chain/index.ts";
import type { RelationCode, RelationDirection } from "../document.ts";

/** How an offered concept stands to a demanded one; `direction` as seen from the demand. */
export type Tie = {
  readonly code: RelationCode;
  readonly distance: number;
  readonly direction: RelationDirection;
  readonly via?: string | undefined;
};

type Reading = { readonly code: RelationCode; readonly direction: RelationDirection };

const out: Readonly<Record<Neighbour["relation"], Reading | null>> = {
  feeds: { code: "output", direction: "downstream" },
  input_of: { code: "consumer", direction: "downstream" },
  output_of: { code: "output", direction: "downstream" },
  is_a: null,
  alternative_to: { code: "alternative", direction: "level" },
  has_part: { code: "part", direction: "upstream" },
  has_form: { code: "form", direction: "level" },
  uses: { code: "uses", direction: "beside" },
  improves: { code: "near", direction: "beside" },
  serves: { code: "near", direction: "beside" },
};
const into: typeof out = {
  feeds: { code: "input", direction: "upstream" },
  input_of: { code: "input", direction: "upstream" },
  output_of: { code: "process", direction: "upstream" },
  is_a: null,
  alternative_to: { code: "alternative", direction: "level" },
  has_part: { code: "part", direction: "downstream" },
  has_form: { code: "form", direction: "level" },
  uses: { code: "near", direction: "beside" },
  improves: { code: "improves", direction: "beside" },
  serves: { code: "serves", direction: "beside" },
};

/** Logits that a tie is worth beside no tie at all; set by hand, the order is what the golden set holds. */
export const strengthOf: Readonly<Record<RelationCode, number>> = {
  same: 7.6,
  shared: 7.6,
  narrower: 6.7,
  process: 4,
  broader: 4.1,
  improves: 4.4,
  serves: 3.2,
  uses: 3,
  input: 2.6,
  form: 2.8,
  alternative: 1.7,
  part: 2.1,
  sibling: 1.5,
  consumer: 1.4,
  output: 1.2,
  near: 0.6,
  none: 0,
};

const byDemand = new Map<string, ReadonlyMap<string, Tie>>();
let byOffer: Map<string, Map<string, Tie>> | undefined;

/** Every concept whose offer may answer a demand, with its tie: itself, its family, its neighbours and theirs. [MT8] */
export function tiesOf(demanded: string): ReadonlyMap<string, Tie> {
  const known = byDemand.get(demanded);
  if (known) return known;
  const ties = findConcept(demanded) ? buildTies(demanded) : new Map<string, Tie>();
  byDemand.set(demanded, ties);
  return ties;
}

/** The same table read from the offer: every demand that the offered concept may answer. */
export function demandsOf(offered: string): ReadonlyMap<string, Tie> {
  byOffer ??= invert();
  return byOffer.get(offered) ?? new Map();
}

function invert(): Map<string, Map<string, Tie>> {
  const table = new Map<string, Map<string, Tie>>();
  for (const { id } of concepts) {
    for (const [offered, tie] of tiesOf(id)) {
      const demands = table.get(offered) ?? new Map<string, Tie>();
      table.set(offered, demands.set(id, tie));
    }
  }
  return table;
}

function buildTies(demanded: string): Map<string, Tie> {
  const ties = new Map<string, Tie>();
  const add = (concept: string, tie: Tie) => {
    const known = ties.get(concept);
    if (!known || strengthOf[tie.code] > strengthOf[known.code]) ties.set(concept, tie);
  };
  add(demanded, { code: "same", distance: 0, direction: "level" });
  for (const id of descendantsOf(demanded)) add(id, { code: "narrower", distance: 1, direction: "level" });
  for (const parent of ancestorsOf(demanded)) {
    add(parent, { code: "broader", distance: 1, direction: "level" });
    for (const id of descendantsOf(parent))
      add(id, { code: "sibling", distance: 2, direction: "level", via: parent });
  }
  for (const neighbour of neighboursOf(demanded)) {
    const reading = (neighbour.direction === "out" ? out : into)[neighbour.relation];
    if (reading) add(neighbour.concept, { ...reading, distance: 1, via: neighbour.via });
  }
  for (const neighbour of neighboursOf(demanded)) {
    for (const { concept } of neighboursOf(neighbour.concept)) {
      add(concept, { code: "near", distance: 2, direction: "beside", via: neighbour.concept });
    }
  }
  return ties;
}
