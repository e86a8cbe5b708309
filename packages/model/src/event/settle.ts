import { idleOf } from "./figures.ts";
import type { HallCase, Seat } from "./hall.ts";
import type { Seating } from "./seating.ts";

const moves = 3000;

/** Moves meetings to other free seats as long as days of its people become denser by it. [EV6] */
export function settle(seating: Seating, random: () => number): void {
  const { hall, wishes } = seating.given;
  const seated = [...seating.seats.keys()].filter((wish) => seating.seats[wish]);
  if (seated.length === 0) return;
  for (let move = 0; move < moves; move++) {
    const wish = seated[Math.floor(random() * seated.length)] as number;
    const was = seating.seats[wish] as Seat;
    const slot = Math.floor(random() * hall.slots.length);
    if (slot === was.slot) continue;
    const before = costOf(seating, wish, was);
    seating.take(wish);
    const found = seating.findSeat(wish, 0, slot);
    const { a, b } = wishes[wish] as HallCase["wishes"][number];
    const left = sum(seating, a, was.a) + sum(seating, b, was.b);
    if (!found) {
      seating.put(wish, was);
      continue;
    }
    seating.put(wish, found);
    const isSame = found.a === was.a && found.b === was.b;
    const after = isSame ? costOf(seating, wish, found) : Infinity;
    if (after >= before || left < 0) seating.put(wish, was);
  }
}

const weigh = (idle: number) => idle + idle * idle * 0.05;
const sum = (seating: Seating, guest: number, person: number) => weigh(idleOf(seating, guest, person));

function costOf(seating: Seating, wish: number, { a, b }: Seat): number {
  const own = seating.given.wishes[wish] as HallCase["wishes"][number];
  return sum(seating, own.a, a) + sum(seating, own.b, b);
}
