import {
  type EcologyVerdict,
  type Point,
  type RightState,
  ringOf,
  type Values,
} from "../../register/index.ts";
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

/** States that are entered over a red line only by a decision on record. */
const byDecision: readonly RightState[] = ["exploring", "granted", "building", "producing"];
/** States that note what happened: a right that meets a later area may stand idle and may end. */
const noted: readonly RightState[] = ["idle", "expired", "surrendered", "revoked", "closed", "withdrawn"];

/** Whether a record names the decision of an authority on its ecology, and its day. [MR4] */
export const isDecided = (values: Values): boolean =>
  Boolean(values.ecologyDecision) && Boolean(values.ecologyDecidedOn);

/** Why a block must not be written so, or must not enter a state. */
export type EcologyFault = "milderThanAreas" | "overRedLine" | "notDecided";

/**
 * What stands between a block and a state. A verdict that is milder than the areas needs a reason. Over a red line nothing is announced, by
 * no reason, and nothing is explored, granted, built or mined without a recorded decision. [EP3] [EP4] [MR4]
 * @param step whether the state is entered now; a record that is in it already may be written without the decision
 */
export function faultsOfEcology(
  values: Values,
  ecology: Pick<Ecology<Protected>, "isContradicted" | "binding">,
  state: string,
  step: boolean,
): readonly EcologyFault[] {
  if (step && (noted as readonly string[]).includes(state)) return [];
  const isRed = ecology.binding === "red_line";
  return [
    ...(ecology.isContradicted && !values.ecologyReason ? ["milderThanAreas" as const] : []),
    ...(isRed && state === "announced" ? ["overRedLine" as const] : []),
    ...(isRed && step && lacksDecision(values, ecology, state) ? ["notDecided" as const] : []),
  ];
}

/** Whether a right stands over a red line without a decision on record. [MR4] */
export const lacksDecision = (
  values: Values,
  { binding }: Pick<Ecology<Protected>, "binding">,
  state: string,
): boolean =>
  binding === "red_line" && (byDecision as readonly string[]).includes(state) && !isDecided(values);
