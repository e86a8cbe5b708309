import { largestFlow } from "../timetable/most-placed.ts";
import type { HallCase } from "./hall.ts";

/**
 * How many wishes can have a seat at most, whatever the order: as a flow to slots with their tables, and for each firm alone with its cap and
 * its people. The smaller of both; rows, competitors and ways can only take from it. [EV6]
 */
export function mostSeated({ hall, guests, wishes }: HallCase, closed = 0): number {
  const slots = hall.slots.map((_, slot) => slot);
  const present = guests.map(({ delegates }) =>
    slots.map((slot) => delegates.filter((one) => one.slots?.includes(slot) ?? true).length),
  );
  const choices = wishes.map(({ a, b }) =>
    slots.filter((slot) => (present[a]?.[slot] ?? 0) > 0 && (present[b]?.[slot] ?? 0) > 0),
  );
  const all = wishes.map((_, at) => at);
  const byTables = largestFlow(all, choices, slots.length, () => hall.tables - closed);
  const lost = guests.map(({ most }, guest) => {
    const own = all.filter((at) => wishes[at]?.a === guest || wishes[at]?.b === guest);
    return (
      own.length -
      Math.min(
        most,
        largestFlow(own, choices, slots.length, (slot) => present[guest]?.[slot] ?? 0),
      )
    );
  });
  // A wish that is lost is the loss of both firms where both must lose one.
  const shared = guests.map((_, guest) =>
    lost[guest] ? wishes.filter(({ a, b }) => (a === guest || b === guest) && lost[a] && lost[b]).length : 0,
  );
  const twice = lost.reduce((sum, one, guest) => sum + Math.min(one, shared[guest] ?? 0), 0);
  const byGuests = wishes.length - (lost.reduce((sum, one) => sum + one, 0) - Math.floor(twice / 2));
  return Math.max(0, Math.min(byTables, byGuests));
}
