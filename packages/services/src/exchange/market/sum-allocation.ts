import {
  type BindingConstraint,
  type JudgedPair,
  listWeakLinks,
  reportMarket,
} from "@lilink/model/allocation";
import { judgeSupply } from "@lilink/model/chain";
import type { PostingKind } from "@lilink/model/posting";
import type { Book } from "./read-book.ts";

/** How one concept fares: needs and capabilities that stand on it, and what the allocation changes for them. */
export type ConceptAllocation = {
  readonly concept: string;
  readonly link: string;
  readonly needs: number;
  readonly capabilities: number;
  readonly projects: number;
  /** Offers that more would ask than they have attention for, if everybody asked its best; and by how many asks. */
  readonly overAsked: number;
  readonly asksAbove: number;
  /** Needs and capabilities that are shown to nobody. */
  readonly needsAlone: number;
  readonly capabilitiesAlone: number;
  /** Offers seen by more, and by fewer, within their attention than if everybody asked its best. */
  readonly gained: number;
  readonly lost: number;
  readonly constraint: BindingConstraint | null;
};

export type AllocationSums = {
  readonly places: number;
  readonly postings: number;
  readonly pairs: number;
  readonly shown: number;
  readonly blockingPairs: number;
  readonly plain: {
    readonly overAsked: number;
    readonly asksAbove: number;
    readonly needsAlone: number;
    readonly capabilitiesAlone: number;
  };
  readonly shared: AllocationSums["plain"];
  readonly gained: number;
  readonly lost: number;
  readonly concepts: readonly ConceptAllocation[];
};

/** The sums of one allocation, over the market and concept by concept; no posting and no organization is named ([MK4]). */
export function sumAllocation(
  { members, pairs, attention }: Book,
  shown: Uint8Array,
  judged: readonly JudgedPair[],
  places: number,
): AllocationSums {
  const report = reportMarket(pairs, attention, shown);
  const concepts = new Map<string, { -readonly [K in keyof ConceptAllocation]: ConceptAllocation[K] }>();
  const of = (at: number) => {
    const { concept = "", link = "" } = members[at] ?? {};
    const known = concepts.get(concept) ?? { ...emptyConcept, concept, link };
    concepts.set(concept, known);
    return known;
  };
  const only = (list: readonly number[], kind: PostingKind) =>
    list.filter((at) => members[at]?.kind === kind);
  members.forEach(({ kind }, at) => {
    of(at)[kindCount[kind]]++;
  });
  for (const at of report.plain.overAsked) {
    of(at).overAsked++;
    of(at).asksAbove += (report.plain.asks[at] ?? 0) - (attention.right[at] ?? 0);
  }
  for (const at of only(report.shared.nobodyOnLeft, "need")) of(at).needsAlone++;
  for (const at of only(report.shared.nobodyOnRight, "capability")) of(at).capabilitiesAlone++;
  for (const at of report.gained) of(at).gained++;
  for (const at of report.lost) of(at).lost++;
  const supplies = [...concepts.values()];
  for (const { concept, constraint } of listWeakLinks(supplies, judged)) {
    const known = concepts.get(concept);
    if (known) known.constraint = constraint;
  }
  const toSums = (congestion: (typeof report)["plain"]) => ({
    overAsked: congestion.overAsked.length,
    asksAbove: congestion.asksAboveAttention,
    needsAlone: only(congestion.nobodyOnLeft, "need").length,
    capabilitiesAlone: only(congestion.nobodyOnRight, "capability").length,
  });
  return {
    places,
    postings: members.length,
    pairs: pairs.left.length,
    shown: shown.reduce((sum, one) => sum + one, 0),
    blockingPairs: report.blockingPairs,
    plain: toSums(report.plain),
    shared: toSums(report.shared),
    gained: report.gained.length,
    lost: report.lost.length,
    concepts: supplies.filter((row) => judgeSupply(row) !== "quiet"),
  };
}

const kindCount = { need: "needs", capability: "capabilities", project: "projects" } as const;

const emptyConcept = {
  needs: 0,
  capabilities: 0,
  projects: 0,
  overAsked: 0,
  asksAbove: 0,
  needsAlone: 0,
  capabilitiesAlone: 0,
  gained: 0,
  lost: 0,
  constraint: null,
};
