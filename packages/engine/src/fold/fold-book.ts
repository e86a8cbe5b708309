import { applyAll, type FoldEntry, type FoldRules } from "./fold-events.ts";
import { type DatedEvent, type OrderedEvent, orderEvents } from "./order-events.ts";

/** States at places of the order, so that an append folds only what comes after them. */
type Checkpoint<S> = { readonly at: number; readonly state: S };

/** A fold that grows. Plain data throughout: it can be stored as JSON and opened again. */
export type FoldBook<S, E extends DatedEvent, C = string> = {
  readonly state: S;
  readonly entries: readonly FoldEntry<E, C>[];
  readonly checkpoints: readonly Checkpoint<S>[];
};

const spacing = 64;

/** A book without events. */
export function openBook<S, E extends DatedEvent, C = string>({
  initial,
}: FoldRules<S, E, C>): FoldBook<S, E, C> {
  return { state: initial, entries: [], checkpoints: [] };
}

/**
 * The book with more events: equal to a fold over all of them, but folded anew only from the first place that changed.
 * [EN13]
 */
export function appendEvents<S, E extends DatedEvent, C = string>(
  rules: FoldRules<S, E, C>,
  book: FoldBook<S, E, C>,
  events: readonly E[],
): FoldBook<S, E, C> {
  const ordered = orderEvents([...book.entries.map(({ event }) => event), ...events]);
  const changed = firstChange(book.entries, ordered);
  const kept = book.checkpoints.filter(({ at }) => at <= changed);
  const start = kept.at(-1) ?? { at: 0, state: rules.initial };
  const checkpoints = [...kept];
  const rest = applyAll(rules, ordered.slice(start.at), start.state, (state, at) => {
    const next = start.at + at + 1;
    if (next % spacing === 0 && next > start.at) checkpoints.push({ at: next, state });
  });
  const before = ordered.slice(0, start.at).map((entry, at) => keepConflict(entry, book.entries[at]));
  return { state: rest.state, entries: [...before, ...rest.entries], checkpoints };
}

/** Lateness and conflicts of an entry may change without its effect; what `apply` said stays. */
function keepConflict<E extends DatedEvent, C>(
  entry: OrderedEvent<E>,
  known: FoldEntry<E, C> | undefined,
): FoldEntry<E, C> {
  return known?.conflict === undefined ? entry : { ...entry, conflict: known.conflict };
}

function firstChange<E extends DatedEvent>(
  known: readonly OrderedEvent<E>[],
  ordered: readonly OrderedEvent<E>[],
): number {
  const at = ordered.findIndex(({ event, effect }, place) => {
    const old = known[place];
    return old === undefined || old.event !== event || old.effect !== effect;
  });
  return at < 0 ? ordered.length : at;
}
