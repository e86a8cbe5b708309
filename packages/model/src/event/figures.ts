import type { HallCase, Seat } from "./hall.ts";
import { Seating } from "./seating.ts";

export type HallFigures = {
  readonly placed: number;
  /** No timetable places more. */
  readonly most: number;
  readonly proven: boolean;
  /** Slots in use, and how few any timetable of these meetings needs. */
  readonly slots: number;
  readonly lowerBound: number;
  readonly sumIdle: number;
  readonly maxIdle: number;
  /** Firms with at least one meeting, of those that somebody wants to meet too. */
  readonly served: number;
  readonly wanted: number;
};

/** What a timetable comes to. */
export function toFigures(seating: Seating, most: number): HallFigures {
  const { hall, guests, wishes } = seating.given;
  const seated = seating.seats.flatMap((seat) => (seat ? [seat] : []));
  const idle = guests.flatMap(({ delegates }, guest) =>
    delegates.map((_, person) => idleOf(seating, guest, person)),
  );
  const busiest = guests.map(({ delegates }, guest) =>
    Math.ceil((seating.held[guest] as number) / Math.max(1, delegates.length)),
  );
  const isWanted = guests.map((_, guest) => wishes.some(({ a, b }) => a === guest || b === guest));
  return {
    placed: seated.length,
    most,
    proven: seated.length === most,
    slots: new Set(seated.map(({ slot }) => slot)).size,
    lowerBound: Math.max(0, Math.ceil(seated.length / hall.tables), ...busiest),
    sumIdle: idle.reduce((sum, one) => sum + one, 0),
    maxIdle: Math.max(0, ...idle),
    served: guests.filter((_, guest) => (seating.held[guest] as number) > 0).length,
    wanted: isWanted.filter(Boolean).length,
  };
}

/** How many slots the people of each firm sit alone. */
export function listIdle(given: HallCase, seats: readonly (Seat | null)[]): readonly number[] {
  const seating = new Seating(given);
  for (const [wish, seat] of seats.entries()) if (seat) seating.put(wish, seat);
  return given.guests.map(({ delegates }, guest) =>
    delegates.reduce((sum, _, person) => sum + idleOf(seating, guest, person), 0),
  );
}

/** Slots between the first and the last meeting of a person's day in which that person sits alone. */
export function idleOf(seating: Seating, guest: number, person: number): number {
  const { slots } = seating.given.hall;
  const days = new Map<string, { first: number; last: number; held: number }>();
  for (const [slot, { day }] of slots.entries()) {
    if (seating.ofPerson(guest, person, slot) < 0) continue;
    const was = days.get(day);
    days.set(day, { first: was?.first ?? slot, last: slot, held: (was?.held ?? 0) + 1 });
  }
  return [...days.values()].reduce((sum, { first, last, held }) => sum + last - first + 1 - held, 0);
}
