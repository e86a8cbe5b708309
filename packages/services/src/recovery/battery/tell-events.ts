import { createHash } from "node:crypto";
import { canonicalText } from "@lilink/engine/fold";
import { gravest, groupEvents, type Judged, legsOf, type Verdict, type World } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type Hashed, type Judgement, judgeTold } from "./judge-told.ts";
import { keepItems } from "./keep-items.ts";
import { keepStates } from "./keep-states.ts";
import { compareArrival, readLives, readWorld, type ToldEvent } from "./read-lives.ts";
import type { Said, Teller } from "./said.ts";
import { type NewEvent, writeEvents } from "./write-events.ts";

export type ReportedEvent = {
  readonly hash: string;
  readonly verdict: Verdict;
  /** Said before in the same words: nothing changed. */
  readonly isKnown: boolean;
};

/** `fresh` is what was said just now, null where it was told before. */
type Entry = Hashed & { readonly fresh: Said | null };

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
  const codes = [...new Set(said.flatMap(({ event }) => legsOf(event).map(([code]) => code)))];
  const told = await readLives(ctx, codes);
  const known = new Set(told.map(({ hash }) => hash));
  for (const hash of known) fresh.delete(hash);
  const world = await readTellersWorld(ctx, teller, codes, said);
  const verdicts = new Map<string, Verdict>();
  const judgements: Judgement[] = [];
  const kept: NewEvent[] = [];
  const masks = await readMasks(ctx, said);
  for (const group of groupEvents(toEntries(told, fresh, masks), ({ event }) => event)) {
    const judged = judgeTold(group, world);
    let isTouched = false;
    for (const [at, { hash, fresh: one }] of group.entries()) {
      if (!one) continue;
      isTouched = true;
      const verdict = gravest(judged.flags[at] ?? []);
      verdicts.set(hash, verdict);
      if (verdict !== "impossible") kept.push({ ...one, hash });
    }
    if (isTouched) judgements.push(withoutRefused(judged, group));
  }
  await writeEvents(ctx, teller, kept);
  if (kept.length > 0) {
    const own = new Set(kept.flatMap(({ event }) => legsOf(event).map(([code]) => code)));
    await keepStates(ctx, judgements, own);
    await keepItems(ctx, judgements, own, world);
  }
  return hashes.map((hash) => {
    const isKnown = known.has(hash);
    known.add(hash);
    return { hash, verdict: isKnown ? "duplicate" : (verdicts.get(hash) ?? "ok"), isKnown };
  });
}

/** What one body says once and again is one event: the hash is that of its content with what it corrects. */
export function hashOf({ event, corrects }: Pick<Said, "event" | "corrects">): string {
  return createHash("sha256")
    .update(canonicalText({ ...event, corrects }))
    .digest("hex");
}

async function readTellersWorld(
  ctx: Context,
  { body, isOfficer }: Teller,
  codes: readonly string[],
  said: readonly Said[],
): Promise<World> {
  const bodies = new Set([body, ...said.flatMap(({ event }) => (event.to === undefined ? [] : [event.to]))]);
  return readWorld(ctx, codes, [...bodies], (one) => one === body && isOfficer);
}

/** What is known and then, in the order in which later readers will take it, what is new. */
function toEntries(
  told: readonly ToldEvent[],
  fresh: ReadonlyMap<string, Said>,
  masks: ReadonlyMap<string, string>,
): readonly Entry[] {
  const added = [...fresh].map(([hash, one]) => ({
    event:
      one.event.to === undefined ? one.event : { ...one.event, to: masks.get(one.event.to) ?? one.event.to },
    hash,
    corrects: one.corrects,
    fresh: one,
  }));
  return [...told.map((one) => ({ ...one, fresh: null })), ...added.sort(compareArrival)];
}

/** Bodies that take over, by the names that the judge knows them by: those of the told events and of the licences. */
async function readMasks(ctx: Context, said: readonly Said[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(said.flatMap(({ event }) => (event.to === undefined ? [] : [event.to])))];
  if (ids.length === 0) return new Map();
  const { rows } = await ctx.db.execute<{ id: string; mask: string }>(
    sql`select id::text, trace.mask(id) as mask from unnest(${sql.param(ids)}::uuid[]) id`,
  );
  return new Map(rows.map(({ id, mask }) => [id, mask]));
}

/** What is refused leaves no trace: neither its flag at the battery nor an item of anybody. */
function withoutRefused(judged: Judged, entries: readonly Entry[]): Judgement {
  const isKept = (at: number) => !(entries[at]?.fresh && judged.flags[at]?.includes("impossible"));
  if (entries.every((_, at) => isKept(at))) return { judged, entries };
  const keep = <T>(list: readonly T[]) => list.filter((_, at) => isKept(at));
  return {
    judged: { ...judged, verdicts: keep(judged.verdicts), flags: keep(judged.flags) },
    entries: keep(entries),
  };
}
