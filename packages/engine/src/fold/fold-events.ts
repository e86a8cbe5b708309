import {
  type DatedEvent,
  type Moment,
  type OrderConflict,
  type OrderedEvent,
  orderEvents,
} from "./order-events.ts";

/**
 * How events make a state. `apply` must be pure and its state plain data. It answers with the next state, and with what is
 * wrong where the event does not fit; with `state` left out the event is kept but changes nothing.
 */
export type FoldRules<S, E extends DatedEvent, C = string> = {
  readonly initial: S;
  readonly apply: (state: S, event: E) => { readonly state?: S; readonly conflict?: C };
};

export type FoldEntry<E extends DatedEvent, C = string> = OrderedEvent<E> & {
  /** What `apply` found wrong. */
  readonly conflict?: C;
};

export type Folded<S, E extends DatedEvent, C = string> = {
  readonly state: S;
  readonly entries: readonly FoldEntry<E, C>[];
};

/** `on`: what occurred by then, that moment included. `recordedUntil`: what we knew then. */
export type FoldLimits = { readonly on?: Moment; readonly recordedUntil?: Moment };

/**
 * The state that the events make, whatever the order in which they came. [EN10]
 * @example foldEvents({ initial: 0, apply: (sum, { by }) => ({ state: sum + by }) }, events).state
 */
export function foldEvents<S, E extends DatedEvent, C = string>(
  rules: FoldRules<S, E, C>,
  events: readonly E[],
  { on, recordedUntil }: FoldLimits = {},
): Folded<S, E, C> {
  const known = recordedUntil === undefined ? events : asKnownOn(events, recordedUntil);
  const ordered = orderEvents(known);
  return applyAll(
    rules,
    on === undefined ? ordered : ordered.filter(({ event }) => event.occurred <= on),
    rules.initial,
  );
}

/** The events that had been recorded by a moment, that moment included: a later correction is not known yet. [EN12] */
export function asKnownOn<E extends DatedEvent>(events: readonly E[], recordedUntil: Moment): readonly E[] {
  return events.filter(({ recorded }) => recorded <= recordedUntil);
}

/** Goes on from a state; `each` hears the state after every entry. */
export function applyAll<S, E extends DatedEvent, C>(
  { apply }: FoldRules<S, E, C>,
  ordered: readonly OrderedEvent<E>[],
  from: S,
  each?: (state: S, at: number) => void,
): Folded<S, E, C> {
  let state = from;
  const entries: FoldEntry<E, C>[] = [];
  for (const [at, entry] of ordered.entries()) {
    const next = entry.effect === "applies" ? apply(state, entry.event) : {};
    if (next.state !== undefined) state = next.state;
    entries.push(next.conflict === undefined ? entry : { ...entry, conflict: next.conflict });
    each?.(state, at);
  }
  return { state, entries };
}

/** Every entry that something is wrong with. */
export function listConflicts<E extends DatedEvent, C>(
  entries: readonly FoldEntry<E, C>[],
): readonly { readonly event: E; readonly what: C | OrderConflict }[] {
  return entries.flatMap(({ event, conflict, conflicts }) =>
    [...conflicts, ...(conflict === undefined ? [] : [conflict])].map((what) => ({ event, what })),
  );
}
