import { feeds, findConcept, type LinkId, linkIds } from "../../chain/index.ts";
import type { SideFact } from "./fact.ts";

/** Where a side stands in an agreement: the link and stage of the item, not of an organization's main business. */
export type Standing = { readonly link: LinkId; readonly stage: string | null };

/**
 * The link of a side. Who offers stands where the thing is made; who needs it, where it is used: in a link that the concept
 * feeds into and the organization works in, else in the first link that it works in, else where the thing is made. [EX1]
 * @example standingOf({ organizationId, links: ["materials"], posting: need of "li2co3-batt" }).link // "materials"
 */
export function standingOf({ links, posting }: SideFact): Standing | null {
  const own = linkIds.find((link) => links.includes(link));
  const concept = posting ? findConcept(posting.concept) : null;
  if (!posting || !concept) return own ? { link: own, stage: null } : null;
  const made = { link: concept.link, stage: concept.stage };
  if (posting.kind !== "need") return made;
  const used = feeds
    .filter(({ input }) => input === concept.id)
    .flatMap(({ output }) => findConcept(output) ?? []);
  for (const link of linkIds) {
    const place = used.find((one) => one.link === link);
    if (place && links.includes(link)) return { link, stage: place.stage };
  }
  return own ? { link: own, stage: null } : made;
}

/** The code of two links, the earlier in the chain first. @example linkPairOf("materials", "resource") // "resource-materials" */
export function linkPairOf(one: LinkId, other: LinkId): string {
  const [first, second] = linkIds.indexOf(one) <= linkIds.indexOf(other) ? [one, other] : [other, one];
  return `${first}-${second}`;
}

/** Whether two stand in different links, or in stages of one link that are known and differ. [EX2] */
export function standApart(one: Standing, other: Standing): boolean {
  if (one.link !== other.link) return true;
  return one.stage !== null && other.stage !== null && one.stage !== other.stage;
}
