import { hash } from "node:crypto";
import { canonicalText } from "@lilink/engine/fold";
import { groupEvents, isAboutOne, legsOf, type Verdict } from "@lilink/model/trace";
import type { Context } from "../../kernel/context.ts";
import { isApart } from "./act-in-trace.ts";
import { goOn, writtenOf } from "./go-on.ts";
import { type Hashed, type Judgement, judgeTold } from "./judge-told.ts";
import { findItems, keepItems } from "./keep-items.ts";
import { keepStates } from "./keep-states.ts";
import { readLives, type ToldEvent } from "./read-lives.ts";
import { type DatedWorld, readMasks, readWorld } from "./read-world.ts";
import type { Said, Teller } from "./said.ts";
import { readStandings, type Versions, type Written } from "./standing.ts";
import { tellApart } from "./tell-apart.ts";
import { type NewEvent, writeEvents } from "./write-events.ts";

export type ReportedEvent = {
  readonly hash: string;
  readonly verdict: Verdict;
  /** Said before in the same words: nothing changed. */
  readonly isKnown: boolean;
};

/**
 * Tells any number of events of one body at once: each is judged with everything that is known of its batteries. What is
 * impossible is not kept, the rest is; what was told before stays one event. Answers in the order of what was given. [TR12] [TR13]
 */
export async function tellEvents(
  ctx: Context,
  teller: Teller,
  said: readonly Said[],
): Promise<readonly ReportedEvent[]> {
  const hashes = said.map(hashOf);
  const fresh = new Map<string, NewEvent>();
  const takers = new Set<string>();
  for (const [at, one] of said.entries()) {
    const hash = hashes[at] ?? "";
    fresh.set(hash, { ...one, hash });
    if (one.event.to !== undefined) takers.add(one.event.to);
  }
  const named = codesOf(said);
  const codes = [...named];
  const versions = await readStandings(ctx, codes);
  const world = await readWorld(ctx, {
    codes,
    bodies: [...takers.add(teller.body)],
    isOfficer: (one) => one !== teller.body || teller.isOfficer,
  });
  const added = withMasks([...fresh.values()], await readMasks(ctx, [...takers]));
  const { goneOn, left } = goOn(added, versions, world);
  const told = await readLives(ctx, [...codesOf(left)]);
  const known = new Set(told.map(({ hash }) => hash));
  const isNew = ({ hash }: Hashed) => fresh.has(hash) && !known.has(hash);
  const judgedAnew = groupEvents([...told, ...left.filter(isNew)], ({ event }) => event)
    .filter((entries) => entries.some(isNew))
    .map((entries) => ({ judged: judgeTold(entries, world), entries }));
  const verdicts = new Map<string, Verdict>();
  const kept: NewEvent[] = [];
  for (const { judged, entries } of [...goneOn, ...judgedAnew])
    for (const [at, { hash }] of entries.entries()) {
      const one = fresh.get(hash);
      if (!one || known.has(hash)) continue;
      const verdict = judged.verdicts[at] ?? "ok";
      verdicts.set(hash, verdict);
      if (verdict !== "impossible") kept.push(one);
    }
  await writeEvents(ctx, teller, kept, listedIn(told, teller));
  if (kept.length > 0) {
    const judgements = [...goneOn, ...judgedAnew.map((one) => withoutRefused(one, isNew))];
    await keepJudged(ctx, teller, {
      judgements,
      own: kept.length === fresh.size ? named : codesOf(kept),
      world,
      versions,
    });
  }
  return hashes.map((hash) => {
    const isKnown = known.has(hash);
    known.add(hash);
    return { hash, verdict: isKnown ? "duplicate" : (verdicts.get(hash) ?? "ok"), isKnown };
  });
}

type Kept = {
  readonly judgements: readonly Judgement[];
  readonly own: ReadonlySet<string>;
  readonly world: DatedWorld;
  readonly versions: Versions;
};

/** Writes what follows from events that are written: how their batteries stand, and what is open about them. */
async function keepJudged(
  ctx: Context,
  { body }: Teller,
  { judgements, own, world, versions }: Kept,
): Promise<void> {
  const open = await findItems(ctx, judgements, world);
  // Whoever is no job knows bodies by names that mean nothing later.
  const written = ctx.actor.kind === "job" ? writtenOf(judgements, open, world) : new Map<string, Written>();
  await keepStates(ctx, judgements, own, { written, versions });
  // Whom an item is for a teller may not read: on another server the worker asks.
  if (isApart(ctx)) {
    await tellApart(ctx, { body, codes: [...own], asMaker: false });
    return;
  }
  const loud = new Set<string>();
  for (const [at, { before, entries }] of judgements.entries()) {
    const isQuiet = before?.awaits.length === 0 && before.items.length === 0 && open[at]?.length === 0;
    if (!isQuiet) for (const code of codesOf(entries)) if (own.has(code)) loud.add(code);
  }
  await keepItems(ctx, open.flat(), loud);
}

function codesOf(said: readonly Pick<Hashed, "event">[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { event } of said)
    if (isAboutOne(event)) codes.add(event.code);
    else for (const [code] of legsOf(event)) codes.add(code);
  return codes;
}

/** Of what the teller told before the batteries stand in its list. */
function listedIn(told: readonly ToldEvent[], { body }: Teller): ReadonlySet<string> {
  return codesOf(told.filter(({ isOwn, event }) => isOwn && event.by === body));
}

/** What one body says once and again is one event: the hash is that of its content with what it corrects. */
export function hashOf({ event, corrects }: Pick<Said, "event" | "corrects">): string {
  return hash("sha256", canonicalText({ ...event, corrects }));
}

/** What is new, with the bodies by the names that the judge knows them by. */
function withMasks(added: readonly NewEvent[], masks: ReadonlyMap<string, string>): readonly Hashed[] {
  if (masks.size === 0) return added;
  return added.map(({ event, ...rest }) => ({
    event: event.to === undefined ? event : { ...event, to: masks.get(event.to) ?? event.to },
    ...rest,
  }));
}

/** What is refused leaves no trace: neither its flag at the battery nor an item of anybody. */
function withoutRefused({ judged, entries }: Judgement, isNew: (entry: Hashed) => boolean): Judgement {
  const isKept = (entry: Hashed, at: number) => !judged.flags[at]?.includes("impossible") || !isNew(entry);
  if (entries.every(isKept)) return { judged, entries };
  const places = entries.flatMap((entry, at) => (isKept(entry, at) ? [at] : []));
  const keep = <T>(list: readonly T[]) => places.flatMap((at) => list.slice(at, at + 1));
  return {
    judged: { ...judged, verdicts: keep(judged.verdicts), flags: keep(judged.flags) },
    entries: keep(entries),
  };
}
