import type { Relation } from "../document.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import { strengthOf, tiesOf } from "./relation-table.ts";

/** The strongest tie between what is demanded and what is offered. `prominence`: 1 between two main concepts, less else. */
export type Kinship = Relation & {
  readonly prominence: number;
  readonly need?: string;
  readonly offer?: string;
};

const none: Kinship = { code: "none", distance: null, direction: "beside", prominence: 0 };

/**
 * Finds the strongest tie of any concept of the demand to any of the offer. [MT8]
 * @returns a relation as seen from the demand; `own` is its concept, `other` that of the offer
 */
export function relateConcepts(demand: PreparedDocument, offer: PreparedDocument): Kinship {
  let best = none;
  let strongest = 0;
  for (const asked of demand.concepts) {
    const ties = tiesOf(asked.id);
    for (const given of offer.concepts) {
      const tie =
        asked.id === given.id
          ? { code: "same" as const, distance: 0, direction: "level" as const }
          : ties.get(given.id);
      if (!tie) continue;
      const prominence = asked.weight * given.weight;
      const value = strengthOf[tie.code] * prominence;
      if (value <= strongest) continue;
      strongest = value;
      const code = tie.code === "same" && !(asked.primary && given.primary) ? "shared" : tie.code;
      best = { ...tie, code, prominence, need: asked.id, offer: given.id };
    }
  }
  return best;
}

/** A relation as the reader sees it: from the demand as found, from the offer turned round. */
export function seenFrom(side: "demand" | "offer", kinship: Kinship): Relation {
  const { code, distance, need, offer } = kinship;
  const via = "via" in kinship ? kinship.via : undefined;
  const turned = {
    upstream: "downstream",
    downstream: "upstream",
    level: "level",
    beside: "beside",
  } as const;
  const direction = side === "demand" ? kinship.direction : turned[kinship.direction];
  const [own, other] = side === "demand" ? [need, offer] : [offer, need];
  return { code, distance, direction, own, other, via };
}
