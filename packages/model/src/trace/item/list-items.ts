import type { CustodyEvent, Verdict, World } from "../life/event.ts";
import { legsOf } from "../life/judge-events.ts";
import { type ReportingSet, reportingDeadline } from "./reporting-deadlines.ts";

/** What somebody has to look into, from the gravest. The judge finds all but `denied` and `disputed`: what a denial makes of a hand-over. [TR17] [TR18] [TR27] */
export const itemKinds = [
  "handover",
  "denied",
  "disputed",
  "vehicle_scrap",
  "conflict",
  "unlicensed",
  "gap",
  "needs_reason",
] as const;
/** Those that an office looks after; what is merely incomplete is left to whoever told it. [TR23] */
export const overseenKinds = [
  "handover",
  "denied",
  "disputed",
  "vehicle_scrap",
  "conflict",
  "unlicensed",
] as const;
export type ItemKind = (typeof itemKinds)[number];
/** Those that wait at the body that they are an item of; where two words stand against each other, officers are waited for. [TR28] */
export const heldKinds: readonly ItemKind[] = itemKinds.filter((kind) => kind !== "disputed");

export type OpenItem = {
  readonly kind: ItemKind;
  readonly code: string;
  /** Of the event that it is about. */
  readonly hash: string;
  readonly dueOn: string | null;
  readonly rule: string | null;
};

type Entry = { readonly event: CustodyEvent; readonly hash: string; readonly corrects: string | null };

const flagged = ["conflict", "unlicensed", "gap", "needs_reason"] as const;

/**
 * What is open about some batteries: hand-overs that the other side has not confirmed by an event of its own, and flagged events that
 * nobody has taken back. `flags` are those of the judgement, in the order of the entries; `sets` the deadlines as
 * officers confirmed them.
 */
export function listItems(
  entries: readonly Entry[],
  flags: readonly (readonly Verdict[])[],
  world: World,
  sets?: readonly ReportingSet[],
): readonly OpenItem[] {
  if (flags.every((own) => own.length === 0) && entries.every(({ event }) => event.to === undefined))
    return [];
  const undone = new Set(entries.flatMap(({ corrects }) => (corrects === null ? [] : [corrects])));
  const items: OpenItem[] = [];
  for (const [at, { event, hash }] of entries.entries()) {
    if (event.verb === "correct" || undone.has(hash)) continue;
    const own = flags[at] ?? [];
    const base = { code: event.code, hash, dueOn: null, rule: null };
    const isScrap = event.verb === "vehicle_scrap" && own.includes("gap");
    if (isScrap && !isToldLater(entries, event)) items.push({ ...base, kind: "vehicle_scrap" });
    for (const kind of flagged) if (own.includes(kind) && !isScrap) items.push({ ...base, kind });
    if (event.to === undefined || own.includes("conflict") || isConfirmed(entries, event, undone)) continue;
    const holder = event.to;
    const due = isPassedOn(entries, event, undone)
      ? null
      : reportingDeadline(String(event.at), (kind) => world.isLicensed(holder, [kind], event.at), sets);
    items.push({ ...base, kind: "handover", dueOn: due?.dueOn ?? null, rule: due?.rule ?? null });
  }
  return items;
}

/** The other side told something of the battery since: it has it, and says so. */
function isConfirmed(entries: readonly Entry[], { code, at, to }: CustodyEvent, undone: ReadonlySet<string>) {
  return entries.some(
    ({ event, hash }) =>
      event.by === to &&
      event.verb !== "correct" &&
      !undone.has(hash) &&
      event.at >= at &&
      legsOf(event).some(([leg]) => leg === code),
  );
}

/** Somebody else told of the battery on a later day: it has gone on, and no day is kept by confirming. [TR17] */
function isPassedOn(
  entries: readonly Entry[],
  { code, at, by, to }: CustodyEvent,
  undone: ReadonlySet<string>,
) {
  return entries.some(
    ({ event, hash }) =>
      event.by !== by &&
      event.by !== to &&
      event.verb !== "correct" &&
      !undone.has(hash) &&
      event.at > at &&
      legsOf(event).some(([leg]) => leg === code),
  );
}

/** A battery of a scrapped vehicle that is told of since is not missing. [TR18] */
function isToldLater(entries: readonly Entry[], { code, at }: CustodyEvent): boolean {
  return entries.some(
    ({ event }) =>
      event.verb !== "vehicle_scrap" && event.verb !== "correct" && event.at > at && event.code === code,
  );
}
