/** A moment of either clock: all ISO days, all ISO instants in one zone, or all numbers. */
export type Moment = string | number;

/**
 * What the fold asks of an event. `occurred` is what its reporter claims, `recorded` when we took it in; `rank` orders
 * kinds that fall on one moment (made before fitted); `hash` is that of the content and settles the rest. Equal hashes are
 * one event told twice.
 */
export type DatedEvent = {
  readonly id: string;
  readonly occurred: Moment;
  readonly recorded: Moment;
  readonly rank?: number;
  readonly hash: string;
  /** Earlier events that this one takes the place of. */
  readonly supersedes?: readonly string[];
  /** Only takes back what it supersedes and adds nothing: "did not occur". */
  readonly withdraws?: boolean;
};

/** `circular` cannot arise: an event supersedes only what was recorded before it. */
export type OrderConflict = "unknown_reference" | "supersedes_later" | "superseded_twice" | "id_reused";

export type OrderedEvent<E extends DatedEvent> = {
  readonly event: E;
  /** `void`: another took its place. `withdrawal`: it takes back and adds nothing. */
  readonly effect: "applies" | "void" | "withdrawal" | "duplicate";
  /** It was recorded after something that occurred later. */
  readonly late: boolean;
  readonly conflicts: readonly OrderConflict[];
};

/** The order of the fold: occurred, rank, hash, then id. [EN10] */
export function compareOccurred(a: DatedEvent, b: DatedEvent): number {
  return (
    compare(a.occurred, b.occurred) ||
    (a.rank ?? 0) - (b.rank ?? 0) ||
    compare(a.hash, b.hash) ||
    compare(a.id, b.id)
  );
}

function compareRecorded(a: DatedEvent, b: DatedEvent): number {
  return compare(a.recorded, b.recorded) || compare(a.hash, b.hash) || compare(a.id, b.id);
}

function compare(a: Moment, b: Moment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The events in the order in which they count, each with its effect: the same for every order of arrival. Conflicts are
 * told, never thrown. [EN10] [EN11]
 */
export function orderEvents<E extends DatedEvent>(events: readonly E[]): readonly OrderedEvent<E>[] {
  const recorded = [...events].sort(compareRecorded);
  const firstByHash = new Map<string, E>();
  const byId = new Map<string, E>();
  const conflicts = new Map<E, Set<OrderConflict>>();
  const say = (event: E, conflict: OrderConflict) =>
    conflicts.set(event, (conflicts.get(event) ?? new Set()).add(conflict));
  for (const event of recorded) {
    if (!firstByHash.has(event.hash)) firstByHash.set(event.hash, event);
    const namesake = byId.get(event.id);
    if (namesake === undefined) byId.set(event.id, event);
    else if (namesake.hash !== event.hash) say(event, "id_reused");
  }
  const isFirst = (event: E) => firstByHash.get(event.hash) === event;
  const supersededBy = new Map<E, E[]>();
  for (const event of recorded.filter(isFirst))
    for (const id of event.supersedes ?? []) {
      const named = byId.get(id);
      const target = named && firstByHash.get(named.hash);
      if (target === undefined) say(event, "unknown_reference");
      else if (compareRecorded(target, event) >= 0) say(event, "supersedes_later");
      else supersededBy.set(target, [...(supersededBy.get(target) ?? []), event]);
    }
  const voided = findVoided(recorded, supersededBy, say);
  const late = findLate(recorded);
  return [...events].sort(compareOccurred).map((event) => ({
    event,
    effect: !isFirst(event)
      ? "duplicate"
      : voided.has(event)
        ? "void"
        : event.withdraws
          ? "withdrawal"
          : "applies",
    late: late.has(event),
    conflicts: [...(conflicts.get(event) ?? [])].sort(),
  }));
}

/** Newest first: whoever is void itself takes nobody's place. */
function findVoided<E extends DatedEvent>(
  recorded: readonly E[],
  supersededBy: ReadonlyMap<E, readonly E[]>,
  say: (event: E, conflict: OrderConflict) => void,
): ReadonlySet<E> {
  const voided = new Set<E>();
  for (const event of recorded.toReversed()) {
    const valid = (supersededBy.get(event) ?? []).filter((other) => !voided.has(other));
    if (valid.length > 0) voided.add(event);
    if (valid.length > 1) for (const other of valid) say(other, "superseded_twice");
  }
  return voided;
}

function findLate<E extends DatedEvent>(recorded: readonly E[]): ReadonlySet<E> {
  const late = new Set<E>();
  let newest: E | undefined;
  for (const event of recorded) {
    if (
      newest &&
      compare(event.recorded, newest.recorded) > 0 &&
      compare(event.occurred, newest.occurred) < 0
    )
      late.add(event);
    if (!newest || compare(event.occurred, newest.occurred) >= 0) newest = event;
  }
  return late;
}
