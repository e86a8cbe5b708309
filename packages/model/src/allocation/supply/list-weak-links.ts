import { Decimal } from "decimal.js";
import {
  countKindOffers,
  type PostingCounts,
  type SupplyState,
  supplyOf,
  supplyStates,
} from "../../chain/index.ts";
import type { Verdict } from "../../matching/document.ts";

/** One concept: its live postings and, where they name amounts, the tonnes a year asked and offered (decimals). */
export type ConceptSupply = PostingCounts & {
  readonly concept: string;
  readonly asked?: string;
  readonly offered?: string;
};

/** A need of the concept judged against one offer. */
export type JudgedPair = {
  readonly concept: string;
  readonly verdicts: readonly Pick<Verdict, "attribute" | "hard" | "verdict">[];
};

/** `failed`: pairs in which the hard requirement fails; `alone`: those in which nothing else does. */
export type BindingConstraint = {
  readonly attribute: string;
  readonly failed: number;
  readonly alone: number;
  readonly judged: number;
};

export type WeakLink = ConceptSupply & {
  readonly state: SupplyState;
  /** Live offers of the kinds of the concept, which the state counts too. */
  readonly kindOffers: number;
  /** Tonnes a year asked above what is offered; null where neither is known. */
  readonly gap: string | null;
  /** Stated tonnes a year offered above what is asked (below it: negative); null where one side, or what its kinds may add, is not known. */
  readonly balance: string | null;
  readonly constraint: BindingConstraint | null;
};

/**
 * What is asked against what is offered, concept by concept, with the hard requirement that most often fails: weak first,
 * then tight, within these by missing tonnes, then by needs. [AL15]
 * @param pairs verdicts of judged pairs, e.g. those of judgePair; one entry a pair
 * @example listWeakLinks([{ concept: "lipf6", needs: 3, capabilities: 1, projects: 0 }], pairs)[0]?.constraint
 */
export function listWeakLinks(
  supplies: readonly ConceptSupply[],
  pairs: readonly JudgedPair[],
): readonly WeakLink[] {
  const pairsOf = new Map<string, JudgedPair[]>();
  for (const pair of pairs) {
    const known = pairsOf.get(pair.concept);
    if (known) known.push(pair);
    else pairsOf.set(pair.concept, [pair]);
  }
  return supplies
    .map((supply) => ({ supply, kindOffers: countKindOffers(supply.concept, supplies) }))
    .map(({ supply, kindOffers }) => ({
      ...supply,
      state: supplyOf(supply.concept, supplies),
      kindOffers,
      gap: gapOf(supply),
      balance: balanceOf(supply, kindOffers),
      constraint: findConstraint(pairsOf.get(supply.concept) ?? []),
    }))
    .sort(compareLinks);
}

function gapOf({ asked, offered }: ConceptSupply): string | null {
  if (asked === undefined && offered === undefined) return null;
  return Decimal.max(0, new Decimal(asked ?? 0).minus(offered ?? 0)).toString();
}

function balanceOf({ asked, offered }: ConceptSupply, kindOffers: number): string | null {
  if (asked === undefined || offered === undefined) return null;
  const balance = new Decimal(offered).minus(asked);
  return balance.isNegative() && kindOffers > 0 ? null : balance.toString();
}

function findConstraint(pairs: readonly JudgedPair[]): BindingConstraint | null {
  const found = new Map<string, { attribute: string; failed: number; alone: number; judged: number }>();
  for (const { verdicts } of pairs) {
    const hard = verdicts.filter((verdict) => verdict.hard);
    const asked = new Set(hard.map(({ attribute }) => attribute));
    const broken = new Set(
      hard.filter(({ verdict }) => verdict === "fail").map(({ attribute }) => attribute),
    );
    for (const attribute of asked) {
      const row = found.get(attribute) ?? { attribute, failed: 0, alone: 0, judged: 0 };
      row.judged++;
      if (broken.has(attribute)) row.failed++;
      if (broken.has(attribute) && broken.size === 1) row.alone++;
      found.set(attribute, row);
    }
  }
  const [worst] = [...found.values()].sort(
    (a, b) => b.failed - a.failed || b.alone - a.alone || (a.attribute < b.attribute ? -1 : 1),
  );
  return worst && worst.failed > 0 ? worst : null;
}

function compareLinks(a: WeakLink, b: WeakLink): number {
  return (
    supplyStates.indexOf(a.state) - supplyStates.indexOf(b.state) ||
    new Decimal(b.gap ?? 0).cmp(a.gap ?? 0) ||
    b.needs - a.needs ||
    (a.concept < b.concept ? -1 : 1)
  );
}
