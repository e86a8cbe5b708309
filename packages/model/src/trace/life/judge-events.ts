import { canonicalText, type Moment } from "@lilink/engine/fold";
import { type CustodyEvent, gravest, type Life, unborn, type Verdict, type World } from "./event.ts";
import { type Role, stepLife } from "./step-life.ts";
import { isCorrectionReason, isStepVerb, rankOf } from "./verb.ts";

export type Judged = {
  /** One for each event, in the order in which they were given. */
  readonly verdicts: readonly Verdict[];
  /** Everything that is said of each event; the verdict is the gravest. */
  readonly flags: readonly (readonly Verdict[])[];
  readonly lives: ReadonlyMap<string, Life>;
};

type Entry = {
  /** Place in the order of arrival. */
  readonly at: number;
  readonly event: CustodyEvent;
  readonly text: string;
  /** A correction put it into the place of another. */
  readonly isReplacement: boolean;
};

/**
 * Judges events, given in the order of their arrival. The lives do not depend on that order: events count by moment, rank
 * of verb and content. Only `late`, `duplicate` and corrections look at arrival. [TR11] Where the hash of each content is known, `hashes`
 * stand for the contents.
 */
export function judgeEvents(
  events: readonly CustodyEvent[],
  world: World,
  hashes?: readonly string[],
): Judged {
  const entries = events.map((event, at) => ({
    at,
    event,
    text: hashes?.[at] ?? canonicalText(event),
    isReplacement: false,
  }));
  const first = new Map<string, number>();
  for (const { text, at } of entries) if (!first.has(text)) first.set(text, at);
  const unique =
    first.size === entries.length ? entries : entries.filter(({ text, at }) => first.get(text) === at);
  const refused = new Set<number>();
  for (;;) {
    const corrections = readCorrections(unique, refused, world);
    const folded = foldEntries(unique, corrections, world, new Map());
    const wrong = [...corrections.replacements.keys()].find((at) =>
      folded.replaced.get(at)?.includes("impossible"),
    );
    if (wrong !== undefined) {
      refused.add(wrong);
      continue;
    }
    const flags = flagsOf(entries, first, corrections, folded);
    return { verdicts: flags.map(gravest), flags, lives: folded.lives };
  }
}

type Corrections = {
  /** What stands in the place of a voided event, by the place of its correction. */
  readonly replacements: ReadonlyMap<number, Entry>;
  readonly voided: ReadonlySet<number>;
  readonly flags: ReadonlyMap<number, Verdict>;
};

const noCorrections: Corrections = { replacements: new Map(), voided: new Set(), flags: new Map() };

/** The newest first: a correction that was itself taken back corrects nothing. [TR16] */
function readCorrections(entries: readonly Entry[], refused: ReadonlySet<number>, world: World): Corrections {
  if (!entries.some(({ event }) => event.verb === "correct")) return noCorrections;
  const replacements = new Map<number, Entry>();
  const voided = new Set<number>();
  const flags = new Map<number, Verdict>();
  const byPlace = new Map(entries.map((entry) => [entry.at, entry]));
  const newestFirst = entries.filter(({ event }) => event.verb === "correct").toReversed();
  const targets = new Map<number, number>();
  for (const { at, event } of newestFirst) {
    const flag = refused.has(at) ? "impossible" : flagOfCorrection(event, at, byPlace, world);
    if (flag) flags.set(at, flag);
    if (flag !== undefined || voided.has(at) || event.corrects === undefined) continue;
    const newer = targets.get(event.corrects);
    if (newer !== undefined) {
      flags.set(newer, "conflict");
      replacements.delete(newer);
    }
    targets.set(event.corrects, at);
    voided.add(event.corrects);
    if (event.instead && event.reason === "incorrect_data")
      replacements.set(at, {
        at,
        event: event.instead,
        text: canonicalText(event.instead),
        isReplacement: true,
      });
  }
  return { replacements, voided, flags };
}

function flagOfCorrection(
  event: CustodyEvent,
  at: number,
  byPlace: ReadonlyMap<number, Entry>,
  world: World,
): Verdict | undefined {
  const target = event.corrects === undefined ? undefined : byPlace.get(event.corrects);
  if (!target || target.at >= at) return "impossible";
  if (target.event.by !== event.by && !world.isOfficer?.(event.by)) return "impossible";
  if (event.reason === undefined) return "needs_reason";
  return isCorrectionReason(event.reason) ? undefined : "impossible";
}

type Folded = {
  readonly lives: ReadonlyMap<string, Life>;
  /** By the place of the event, and of what stands in its place by that of the correction. */
  readonly flags: readonly (readonly Verdict[] | undefined)[];
  readonly replaced: ReadonlyMap<number, readonly Verdict[]>;
};

function foldEntries(
  entries: readonly Entry[],
  corrections: Corrections,
  world: World,
  lives: Map<string, Life>,
): Folded {
  const { replacements, voided } = corrections;
  const flags: (readonly Verdict[] | undefined)[] = [];
  const replaced = new Map<number, readonly Verdict[]>();
  const counted =
    corrections === noCorrections
      ? [...entries]
      : [...entries.filter(({ event }) => event.verb !== "correct"), ...replacements.values()];
  for (const { at, event, isReplacement } of counted.sort(compareEntries)) {
    const found = applyEvent(lives, event, voided.has(at) && !isReplacement, world);
    if (isReplacement) replaced.set(at, found);
    else flags[at] = found;
  }
  return { lives, flags, replaced };
}

/** An event counts for all of its batteries or, where it is impossible for one, for none. */
function applyEvent(
  lives: Map<string, Life>,
  event: CustodyEvent,
  isVoid: boolean,
  world: World,
): readonly Verdict[] {
  const { verb } = event;
  if (!isStepVerb(verb)) return ["impossible"];
  if (isAboutOne(event)) {
    const { life, flags } = stepLife(lives.get(event.code) ?? unborn, event, verb, "self", world);
    if (!isVoid && !isRefused(flags)) lives.set(event.code, life);
    return flags;
  }
  const legs = legsOf(event).map(([code, role]) => {
    const { life, flags } = stepLife(lives.get(code) ?? unborn, event, verb, role, world, code);
    return { code, life, flags };
  });
  const flags = [...new Set(legs.flatMap((leg) => leg.flags))];
  if (!isVoid && !isRefused(flags)) for (const { code, life } of legs) lives.set(code, life);
  return flags;
}

/** It stands, and moves no life. [TR12] */
export const isRefused = (flags: readonly Verdict[]) =>
  flags.includes("impossible") || flags.includes("conflict");

/** Most events name one battery. [TR10] */
export const isAboutOne = ({ verb }: CustodyEvent): boolean => verb !== "recode" && verb !== "dismantle";

/** Every battery that an event is about; it is listed under each. [TR10] */
export function legsOf(event: CustodyEvent): readonly (readonly [string, Role])[] {
  if (isAboutOne(event)) return [[event.code, "self"]];
  const others = event.verb === "recode" ? (event.origins ?? []) : [];
  const children = event.verb === "dismantle" ? (event.children ?? []) : [];
  return [
    [event.code, "self"],
    ...others.map((code) => [code, "origin"] as const),
    ...children.map((code) => [code, "child"] as const),
  ];
}

type Ordered = Pick<Entry, "event" | "text">;

/** The order in which events count, whatever that of their arrival. [TR11] */
export function compareEntries(a: Ordered, b: Ordered): number {
  return (
    compareMoments(a.event.at, b.event.at) ||
    rankOf(a.event.verb) - rankOf(b.event.verb) ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
  );
}

function compareMoments(a: Moment, b: Moment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function flagsOf(
  entries: readonly Entry[],
  first: ReadonlyMap<string, number>,
  corrections: Corrections,
  folded: Folded,
): readonly (readonly Verdict[])[] {
  const newest = new Map<string, Moment>();
  const flagsByText = new Map<string, readonly Verdict[]>();
  return entries.map((entry) => {
    const { event, text, at } = entry;
    if (first.get(text) !== at) {
      const known = flagsByText.get(text) ?? [];
      return known.includes("impossible") ? known : ["duplicate"];
    }
    const own = flagsAt(entry, corrections, folded);
    const isCounted = event.verb !== "correct" && !own.includes("impossible");
    const flags: readonly Verdict[] = isCounted && isLate(event, newest) ? [...own, "late"] : own;
    if (first.size < entries.length) flagsByText.set(text, flags);
    if (isCounted) noteNewest(event, newest);
    return flags;
  });
}

function flagsAt({ at, event }: Entry, { flags }: Corrections, folded: Folded): readonly Verdict[] {
  if (event.verb !== "correct") return folded.flags[at] ?? [];
  const flag = flags.get(at);
  return [...(flag ? [flag] : []), ...(folded.replaced.get(at) ?? [])];
}

/** Something that happened later to the same battery was known before. */
function isLate(event: CustodyEvent, newest: ReadonlyMap<string, Moment>): boolean {
  const isNewer = (code: string) => {
    const known = newest.get(code);
    return known !== undefined && compareMoments(known, event.at) > 0;
  };
  return isAboutOne(event) ? isNewer(event.code) : legsOf(event).some(([code]) => isNewer(code));
}

function noteNewest(event: CustodyEvent, newest: Map<string, Moment>): void {
  const note = (code: string) => {
    const known = newest.get(code);
    if (known === undefined || compareMoments(event.at, known) > 0) newest.set(code, event.at);
  };
  if (isAboutOne(event)) note(event.code);
  else for (const [code] of legsOf(event)) note(code);
}
