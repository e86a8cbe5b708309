import { concepts, familyOf, linkIds, loadConcept } from "../chain/index.ts";
import { type MarketSide, type PostingKind, sidesOf } from "./vocabulary.ts";

/** Where an organization stands in the market: one side, on a concept or (declared) on a whole link. */
export type MarketStance = { readonly side: MarketSide; readonly on: string };

/** `side:concept` for a product, `side:link:<link>` for a link declared without products. */
export function stanceKey(stance: MarketStance): string {
  return `${stance.side}:${stance.on}`;
}

export type OwnerProfile = { readonly links: readonly string[]; readonly offers: readonly string[] };

/**
 * The keys that make a reader a competitor of a posting ([PO6]): its concepts' is_a families on the same
 * side; the families of what the owner sells, so that a rival maker is outside when the owner buys; and the
 * owner's links, so that a rival that declares a link and no product stays outside too.
 */
export function wallKeysOf(kind: PostingKind, concepts: readonly string[], owner: OwnerProfile): string[] {
  const keys = new Set<string>();
  for (const offer of owner.offers) for (const relative of familyOf(offer)) keys.add(`offers:${relative}`);
  for (const side of sidesOf(kind)) {
    for (const concept of concepts) {
      for (const relative of familyOf(concept)) keys.add(`${side}:${relative}`);
      if (side === "offers") keys.add(`${side}:link:${loadConcept(concept).link}`);
    }
    for (const link of owner.links) keys.add(`${side}:link:${link}`);
  }
  return [...keys].sort();
}

/**
 * The stances of a profile: its declared products, and for an enterprise each declared link in which it
 * declares no product at all; the whole chain is every link ([PO6]).
 */
export function stancesOfProfile(profile: {
  readonly enterprise: boolean;
  readonly links: readonly string[];
  readonly offers: readonly string[];
  readonly needs: readonly string[];
}): string[] {
  const keys = new Set<string>([
    ...profile.offers.map((concept) => stanceKey({ side: "offers", on: concept })),
    ...profile.needs.map((concept) => stanceKey({ side: "needs", on: concept })),
  ]);
  if (profile.enterprise) {
    const covered = new Set<string>(profile.offers.map((concept) => loadConcept(concept).link));
    const declared = profile.links.includes("chain") ? [...profile.links, ...linkIds] : profile.links;
    for (const link of new Set(declared)) {
      if (covered.has(link)) continue;
      keys.add(`offers:link:${link}`);
      keys.add(`needs:link:${link}`);
    }
  }
  return [...keys].sort();
}

/**
 * The stances that compete with one of these, by the wall's own rule: the concept's is_a family on the same side, and
 * what is offered of a link against what is declared of that link alone ([PO6]). Symmetric: who competes with me, with
 * them compete I. The database tells by the same keys from which matters an officer of two bodies stays away ([PL12]).
 * @example rivalKeysOf(["offers:lfp"]) // ["offers:lfp", "offers:link:materials"]
 */
export function rivalKeysOf(stances: readonly string[]): string[] {
  const keys = new Set(stances);
  for (const key of stances) {
    const [side, on, link] = key.split(":");
    if (on === "link") {
      if (side !== "offers") continue;
      for (const concept of concepts) if (concept.link === link) keys.add(`offers:${concept.id}`);
    } else if (on !== undefined) {
      for (const relative of familyOf(on)) keys.add(`${side}:${relative}`);
      if (side === "offers") keys.add(`offers:link:${loadConcept(on).link}`);
    }
  }
  return [...keys].sort();
}
