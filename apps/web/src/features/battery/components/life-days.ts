import { isStepVerb, type LifeState } from "@lilink/model/trace/verb";
import type { BatteryLife } from "../queries.ts";

const day = 86_400_000;
export const toDay = (date: string): number => Date.parse(date) / day;

const ended: readonly LifeState[] = ["recovered", "lost", "exported", "destroyed"];

/**
 * How many days a battery was in each province: in that of an event until the next one that says another. `unknown` are the days before the first
 * that says one. What was corrected or could not be does not count, and after its end a battery is nowhere.
 */
export function daysByProvince(
  { events, state }: Pick<BatteryLife, "events" | "state">,
  until: string,
): { readonly days: Readonly<Record<string, number>>; readonly unknown: number } {
  const days: Record<string, number> = {};
  let unknown = 0;
  const told = events.filter(
    ({ verb, correctedBy, verdict }) => isStepVerb(verb) && correctedBy === null && verdict !== "impossible",
  );
  let place: string | null = null;
  for (const [at, { on, province }] of told.entries()) {
    place = province ?? place;
    const next = told[at + 1]?.on ?? (ended.includes(state) ? on : until);
    const stayed = Math.max(0, toDay(next) - toDay(on));
    if (place === null) unknown += stayed;
    else if (stayed > 0) days[place] = (days[place] ?? 0) + stayed;
  }
  return { days, unknown };
}

/** How much of the time for an item has passed, from 0 to 1, and how many days are left; null where no rule sets a last day. */
export function clockOf(
  { occurredOn, dueOn }: Pick<BatteryLife["items"][number], "occurredOn" | "dueOn">,
  today: string,
): { readonly passed: number; readonly left: number } | null {
  if (dueOn === null) return null;
  const [from, to, now] = [occurredOn, dueOn, today].map(toDay) as [number, number, number];
  return { passed: Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from))), left: to - now };
}

/** The days on which something became known, and those beside the one that is shown. */
export function daysOfKnowledge(knownDays: BatteryLife["knownDays"], knownOn: string | undefined) {
  const shown = knownOn === undefined ? knownDays.at(-1) : knownDays.findLast(({ on }) => on <= knownOn);
  const at = shown ? knownDays.indexOf(shown) : -1;
  return {
    shown: shown?.on ?? null,
    before: knownDays[at - 1]?.on ?? null,
    after: knownDays[at + 1]?.on ?? null,
  };
}
