import type { Moment } from "@lilink/engine/fold";
import { type CustodyEvent, type Life, unborn, type Verdict } from "../life/event.ts";
import { isAboutOne, type Judged } from "../life/judge-events.ts";
import type { ItemKind, OpenItem } from "./list-items.ts";

type Entry = { readonly event: CustodyEvent; readonly hash: string; readonly corrects: string | null };

/** What is known of a battery once its events are judged: enough to judge what happens to it later, without them. [TR29] */
export type Standing = {
  readonly life: Life;
  /** The moment of the last of its events; null before the first. */
  readonly latest: Moment | null;
  /** Bodies that have a hand-over to confirm. */
  readonly awaits: readonly string[];
  /** What is open besides hand-overs: only a correction closes it, and of a scrapped vehicle that the battery is told of. */
  readonly items: readonly { readonly kind: ItemKind; readonly hash: string }[];
  readonly flags: readonly Verdict[];
};

export const noStanding: Standing = { life: unborn, latest: null, awaits: [], items: [], flags: [] };

/**
 * How a battery stands after all of its events, of which `open` is what is open; null where later events cannot be judged without
 * these: something was corrected, or they bind it to another battery.
 */
export function standingOf(
  code: string,
  { entries, judged }: { readonly entries: readonly Entry[]; readonly judged: Judged },
  open: readonly OpenItem[],
  before: Standing = noStanding,
): Standing | null {
  if (!entries.every((one) => isPlain(one) && one.event.code === code)) return null;
  let { latest } = before;
  for (const { event } of entries) if (latest === null || event.at > latest) latest = event.at;
  const base = { life: judged.lives.get(code) ?? unborn, latest, flags: flagsWith(before.flags, judged) };
  if (open.length === 0) return { ...base, awaits: none, items: none };
  const handed = open.filter(({ kind }) => kind === "handover").map(({ hash }) => hash);
  return {
    ...base,
    awaits: entries.flatMap(({ event, hash }) =>
      event.to !== undefined && handed.includes(hash) ? [event.to] : [],
    ),
    items: open.flatMap(({ kind, hash }) => (kind === "handover" ? [] : [{ kind, hash }])),
  };
}

const none: readonly never[] = [];

function flagsWith(known: Standing["flags"], { flags }: Judged): Standing["flags"] {
  if (flags.every((own) => own.length === 0)) return known;
  return [...new Set([...known, ...flags.flat().filter((flag) => flag !== "duplicate")])];
}

/** Events of one battery can be judged by how it stands: all happened later, none binds it or corrects, and what it waits for is told. */
export function goesOn({ latest, awaits }: Standing, entries: readonly Entry[]): boolean {
  return (
    entries.every((one) => isPlain(one) && (latest === null || one.event.at > latest)) &&
    awaits.every((body) => entries.some(({ event }) => event.by === body))
  );
}

/** What stays open of what was, after events that go on from there. [TR18] */
export function stillOpen(code: string, { items }: Standing, entries: readonly Entry[]): readonly OpenItem[] {
  if (items.length === 0) return none;
  const isTold = entries.some(({ event }) => event.verb !== "vehicle_scrap");
  return items
    .filter(({ kind }) => kind !== "vehicle_scrap" || !isTold)
    .map(({ kind, hash }) => ({ kind, code, hash, dueOn: null, rule: null }));
}

const isPlain = ({ event, corrects }: Entry): boolean =>
  corrects === null && event.verb !== "correct" && isAboutOne(event);
