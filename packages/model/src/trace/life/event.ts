import type { Moment } from "@lilink/engine/fold";
import type { CustodyVerb, LicenceKind, LifeState, StepVerb } from "./verb.ts";

/** What happened to a battery, as its reporter says. Days are ISO days, or numbers that count from any day. */
export type CustodyEvent = {
  readonly verb: CustodyVerb;
  readonly code: string;
  readonly at: Moment;
  /** The instant, where more than the day is known; its offset, where it is not that of China. */
  readonly time?: string;
  readonly zone?: string;
  /** The body that reports and acts. */
  readonly by: string;
  /** The body that takes over. */
  readonly to?: string;
  readonly vehicle?: string;
  /** recode: the batteries that the new code is made of. */
  readonly origins?: readonly string[];
  /** dismantle: what came out of it; `filed` counts what its maker filed, `lost` what is declared lost. */
  readonly children?: readonly string[];
  readonly filed?: number;
  readonly lost?: number | readonly string[];
  /** test: measured energy over nominal energy, and its expanded uncertainty (k = 2). */
  readonly energyShare?: number;
  readonly u?: number;
  /** deploy: 1 low-power vehicle, 2 grid storage, 3 home storage. */
  readonly step?: number;
  readonly reason?: string;
  readonly chemistry?: string;
  readonly batch?: string;
  readonly proof?: string;
  readonly authority?: string;
  /** correct: which event, by its place among those given. */
  readonly corrects?: number;
  readonly instead?: CustodyEvent;
};

/** From the gravest to the lightest; an event has the gravest that holds. [TR13] */
export const verdicts = [
  "impossible",
  "conflict",
  "gap",
  "unlicensed",
  "needs_reason",
  "late",
  "duplicate",
  "ok",
] as const;
export type Verdict = (typeof verdicts)[number];

export function gravest(given: readonly Verdict[]): Verdict {
  const [first = "ok"] = given;
  return given.length < 2 ? first : (verdicts.find((verdict) => given.includes(verdict)) ?? "ok");
}

/** What the fold knows of one battery. */
export type Life = {
  readonly state: LifeState;
  /** It came to be by a recode: a 19-character code. */
  readonly cascade: boolean;
  /** The last step of cascade use; 0 before the first. */
  readonly step: number;
  readonly vehicle: string | null;
  readonly lastVerb: StepVerb | null;
  /** The last test since it was last in use. */
  readonly test: {
    readonly at: Moment;
    readonly energyShare: number | null;
    readonly isAccredited: boolean;
  } | null;
  readonly chemistry: string | null;
  /** The last hand-over, until its receiver does something. */
  readonly gave: { readonly by: string; readonly to: string } | null;
};

export const unborn: Life = {
  state: "none",
  cascade: false,
  step: 0,
  vehicle: null,
  lastVerb: null,
  test: null,
  chemistry: null,
  gave: null,
};

/** What the judge asks of the world: all of it as it stood on the day of the event. */
export type World = {
  /** The day of making that a code tells; null where it tells none. */
  readonly birthOf: (code: string) => Moment | null;
  readonly isLicensed: (body: string, kinds: readonly LicenceKind[], at: Moment) => boolean;
  /** Whether a body that tests was accredited; a world that does not say asks for no accreditation. [TR15] */
  readonly isAccredited?: (body: string, at: Moment) => boolean;
  readonly isOfficer?: (body: string) => boolean;
};

/** Days from one moment to another, of numbers or of ISO days. */
export function daysBetween(from: Moment, to: Moment): number {
  if (typeof from === "number" && typeof to === "number") return to - from;
  if (from === to) return 0;
  return (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
}
