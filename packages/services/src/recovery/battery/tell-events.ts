import { hash } from "node:crypto";
import { canonicalText } from "@lilink/engine/fold";
import { gravest, groupEvents, isAboutOne, type Judged, legsOf, type Verdict } from "@lilink/model/trace";
import type { Context } from "../../kernel/context.ts";
import { isApart } from "./act-in-trace.ts";
import { type Hashed, type Judgement, judgeTold } from "./judge-told.ts";
import { keepItems } from "./keep-items.ts";
import { keepStates } from "./keep-states.ts";
import { compareArrival, readLives, type ToldEvent } from "./read-lives.ts";
import { readMasks, readWorld } from "./read-world.ts";
import type { Said, Teller } from "./said.ts";
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
  const fresh = new Map(said.map((one, at) => [hashes[at] ?? "", one]));
  const codes = [...codesOf(said)];
  const told = await readLives(ctx, codes);
  const known = new Set(told.map(({ hash }) => hash));
  for (const hash of known) fresh.delete(hash);
  const takers = said.flatMap(({ event }) => (event.to === undefined ? [] : [event.to]));
  const world = await readWorld(ctx, {
    codes,
    bodies: [...new Set([teller.body, ...takers])],
    events: [...told, ...said],
    isOfficer: (one) => one !== teller.body || teller.isOfficer,
  });
  const verdicts = new Map<string, Verdict>();
  const judgements: Judgement[] = [];
  const kept: NewEvent[] = [];
  const masks = await readMasks(ctx, takers);
  for (const group of groupEvents(toEntries(told, fresh, masks), ({ event }) => event)) {
    const judged = judgeTold(group, world);
    let isTouched = false;
    for (const [at, { hash }] of group.entries()) {
      const one = fresh.get(hash);
      if (!one) continue;
      isTouched = true;
      const verdict = gravest(judged.flags[at] ?? []);
      verdicts.set(hash, verdict);
      if (verdict !== "impossible") kept.push({ ...one, hash });
    }
    if (isTouched) judgements.push(withoutRefused(judged, group, fresh));
  }
  await writeEvents(ctx, teller, kept, listedIn(told, teller));
  if (kept.length > 0) {
    const own = codesOf(kept);
    await keepStates(ctx, judgements, own);
    // Whom an item is for a teller may not read: on another server the worker asks.
    if (isApart(ctx)) await tellApart(ctx, { body: teller.body, codes: [...own], asMaker: false });
    else await keepItems(ctx, judgements, own, world);
  }
  return hashes.map((hash) => {
    const isKnown = known.has(hash);
    known.add(hash);
    return { hash, verdict: isKnown ? "duplicate" : (verdicts.get(hash) ?? "ok"), isKnown };
  });
}

function codesOf(said: readonly Pick<Said, "event">[]): ReadonlySet<string> {
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

/** What is known and then, in the order in which later readers will take it, what is new. */
function toEntries(
  told: readonly ToldEvent[],
  fresh: ReadonlyMap<string, Said>,
  masks: ReadonlyMap<string, string>,
): readonly Hashed[] {
  const added = [...fresh].map(([hash, { event, corrects }]) => ({
    event: event.to === undefined ? event : { ...event, to: masks.get(event.to) ?? event.to },
    hash,
    corrects,
  }));
  return [...told, ...added.sort(compareArrival)];
}

/** What is refused leaves no trace: neither its flag at the battery nor an item of anybody. */
function withoutRefused(
  judged: Judged,
  entries: readonly Hashed[],
  fresh: ReadonlyMap<string, Said>,
): Judgement {
  const isKept = (at: number) =>
    !judged.flags[at]?.includes("impossible") || !fresh.has(entries[at]?.hash ?? "");
  if (entries.every((_, at) => isKept(at))) return { judged, entries };
  const keep = <T>(list: readonly T[]) => list.filter((_, at) => isKept(at));
  return {
    judged: { ...judged, verdicts: keep(judged.verdicts), flags: keep(judged.flags) },
    entries: keep(entries),
  };
}
