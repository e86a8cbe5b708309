import { type EcologyVerdict, type Point, ringOf, type Values } from "../../register/index.ts";
import { type Ground, type Met, meetAreas, type Protected } from "./overlay.ts";

/** How much each verdict asks; a higher one is stricter. */
const rank: Readonly<Record<EcologyVerdict, number>> = { none: 0, buffer: 1, red_line: 2 };

/** Where a block with these values lies, or null where it says neither an outline nor a place. */
export function groundOf(values: Values): Ground | null {
  const ring = values.outline ? ringOf(String(values.outline)) : [];
  if (ring.length > 0) return { ring };
  const place = values.place as Point | null | undefined;
  return place ? { spot: [place.lon, place.lat] } : null;
}

/**
 * What the areas that a block meets say of it: a strict one makes it a red line, a limited one a buffer. That none is met says little, since a
 * register never holds every area. [EP3]
 */
export function verdictOf(met: readonly Pick<Met<Protected>, "area">[]): EcologyVerdict {
  if (met.some(({ area }) => area.protection === "strict")) return "red_line";
  return met.length > 0 ? "buffer" : "none";
}

/** The stricter of two verdicts. */
export const stricterOf = (one: EcologyVerdict, other: EcologyVerdict): EcologyVerdict =>
  rank[one] >= rank[other] ? one : other;

/** Whether what an officer wrote asks less than what the areas say. */
export const isMilder = (typed: EcologyVerdict, found: EcologyVerdict): boolean => rank[typed] < rank[found];

export type Ecology<A extends Protected> = {
  readonly met: readonly Met<A>[];
  readonly found: EcologyVerdict;
  /** The stricter of what was written and what was found: what steps are judged by. */
  readonly binding: EcologyVerdict;
  /** What was written is milder than what was found. */
  readonly isContradicted: boolean;
};

/** A block laid over the protected areas, beside what its record says. [EP2] [EP3] */
export function judgeEcology<A extends Protected>(values: Values, areas: readonly A[]): Ecology<A> {
  const ground = groundOf(values);
  const met = ground ? meetAreas(ground, areas) : [];
  const found = verdictOf(met);
  const typed = (values.ecology ?? null) as EcologyVerdict | null;
  return {
    met,
    found,
    binding: typed ? stricterOf(typed, found) : found,
    isContradicted: typed !== null && isMilder(typed, found),
  };
}
