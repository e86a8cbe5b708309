import type { Database } from "@lilink/db";
import {
  eventBadge,
  eventDelegate,
  eventGuest,
  eventInterest,
  eventMeeting,
  eventOutcome,
  eventPlan,
  eventSeat,
  ledgerEntry,
} from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { type HallCase, ledgerStepOf, listSlots, pairKey, planHall, worthOf } from "@lilink/model/event";
import { createRandom } from "@lilink/model/random";
import { eq } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import events from "./data/events.json" with { type: "json" };

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type DemoGuest = { readonly id: string; readonly trade: number; readonly people: readonly string[] };
type Given = { readonly id: string; readonly at: number; readonly event: (typeof events.events)[number] };
type Said = { readonly from: number; readonly to: number; readonly strength: number };

const planned: readonly string[] = ["published", "running", "done"];
const topicsOf = ({ trade }: DemoGuest) => events.trades[trade]?.topics ?? [];

/** Guests, what they want, and where the event is far enough a timetable and what came of it: all of it at once. */
export async function fillEvent(
  owner: Database,
  app: Kernel,
  given: Given,
  guests: readonly DemoGuest[],
): Promise<void> {
  if (guests.length === 0 || (await owner.$count(eventGuest, eq(eventGuest.eventId, given.id))) > 0) return;
  const random = createRandom(given.at);
  const said = sayAll(guests, random);
  await owner.transaction(async (tx) => {
    await addGuests(tx, app, given, guests);
    await tx.insert(eventInterest).values(
      said.map(({ from, to, strength }) => ({
        ...{ eventId: given.id, organizationId: guests[from]?.id ?? "", towardsId: guests[to]?.id ?? "" },
        ...{ strength, saidAt: app.clock() },
      })),
    );
    if (planned.includes(given.event.until)) await addPlan(tx, app, given, guests, { said, random });
  });
}

/** Firms of other trades, more of them near in the chain; most interest is answered. */
function sayAll(guests: readonly DemoGuest[], random: () => number): readonly Said[] {
  const strength = () => 1 + Math.floor(random() * 3);
  return guests.flatMap((guest, from) =>
    guests.slice(from + 1).flatMap((partner, at): Said[] => {
      if (guest.trade === partner.trade || random() > 0.24) return [];
      const to = from + 1 + at;
      const first = { from, to, strength: strength() };
      return random() < 0.65 ? [first, { from: to, to: from, strength: strength() }] : [first];
    }),
  );
}

async function addGuests(
  tx: Transaction,
  app: Kernel,
  { id: eventId, at, event }: Given,
  guests: readonly DemoGuest[],
): Promise<void> {
  const now = app.clock();
  const onDay = event.until === "running" || event.until === "done";
  const rows = guests.map((guest, index) => ({
    guest,
    id: app.newId(),
    // On the day some have not come yet; afterwards a few never did.
    isHere: onDay && (event.until === "done" ? index % 11 !== 10 : index % 3 !== 2),
    code: `${"ABCDEF"[at]}${String(1000 + index * 37).slice(-4)}${"HJKLMN"[index % 6]}`,
  }));
  await tx.insert(eventGuest).values(
    rows.map(({ guest, id, isHere }) => ({
      ...{ id, publicId: app.newPublicId(), eventId, organizationId: guest.id },
      state: isHere ? "checked_in" : event.until === "done" ? "absent" : "registered",
      most: event.hall.mostMeetings,
      topics: [...topicsOf(guest)].toSorted(),
      languages: guest.trade === 5 ? ["en", "zh"] : ["zh"],
      registeredAt: now,
      seenAt: isHere ? now : null,
    })),
  );
  await tx
    .insert(eventBadge)
    .values(rows.map(({ guest, id, code }) => ({ guestId: id, eventId, organizationId: guest.id, code })));
  await tx.insert(eventDelegate).values(
    rows.flatMap(({ guest, id }) =>
      guest.people.map((name, position) => ({
        ...{ guestId: id, organizationId: guest.id, position, name },
        topics: [...topicsOf(guest)],
        languages: guest.trade === 5 ? ["zh", "en"] : ["zh"],
        // Every ninth leaves after the break.
        slots: guest.trade === 8 ? Array.from({ length: event.hall.breakAfter }, (_, slot) => slot) : null,
      })),
    ),
  );
}

async function addPlan(
  tx: Transaction,
  app: Kernel,
  { id: eventId, event }: Given,
  guests: readonly DemoGuest[],
  { said, random }: { readonly said: readonly Said[]; readonly random: () => number },
): Promise<void> {
  const now = app.clock();
  const day = shiftDate(toShanghaiDate(now), event.inDays);
  const slots = listSlots({ ...event.hall, startsOn: day, endsOn: day });
  const answered = new Map(said.map(({ from, to, strength }) => [`${from} ${to}`, strength]));
  // A meeting names the smaller id first, so that its order says nothing.
  const mutual = said
    .filter(({ from, to }) => from < to && answered.has(`${to} ${from}`))
    .map(({ from, to, strength }) => {
      const isOrdered = (guests[from]?.id ?? "") < (guests[to]?.id ?? "");
      const value = worthOf(strength, answered.get(`${to} ${from}`) ?? 1);
      return { id: app.newId(), a: isOrdered ? from : to, b: isOrdered ? to : from, value };
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const { tables, zones, mostInRow, mostMeetings } = event.hall;
  const given: HallCase = {
    hall: { slots, tables, zones, mostInRow, walks: true },
    guests: guests.map((guest) => ({
      most: mostMeetings,
      delegates: guest.people.map(() => ({
        slots: guest.trade === 8 ? slots.map((_, slot) => slot).slice(0, event.hall.breakAfter) : null,
        topics: topicsOf(guest),
        languages: ["zh"],
      })),
    })),
    wishes: mutual,
    rivals: new Set(
      guests.flatMap((one, at) =>
        guests.flatMap((other, beside) =>
          at < beside && one.trade === other.trade ? [pairKey(at, beside)] : [],
        ),
      ),
    ),
  };
  const { seats, ...figures } = planHall(given, random);
  await tx.insert(eventMeeting).values(
    mutual.map(({ id, a, b, value }) => ({
      ...{ id, publicId: app.newPublicId(), eventId, value: value.toFixed(4), madeAt: now },
      ...{ firstId: guests[a]?.id ?? "", secondId: guests[b]?.id ?? "" },
    })),
  );
  const planId = app.newId();
  await tx.insert(eventPlan).values({
    ...{ id: planId, publicId: app.newPublicId(), eventId, version: 1, state: "published" },
    ...{ closed: [], fromSlot: 0, result: figures, askedAt: now, publishedAt: now },
  });
  const seated = seats.flatMap((seat, at) => (seat && mutual[at] ? [{ seat, meeting: mutual[at] }] : []));
  await tx.insert(eventSeat).values(
    seated.map(({ seat, meeting }) => ({
      ...{ planId, meetingId: meeting.id, slot: seat.slot, hallTable: seat.table },
      ...{ firstPerson: seat.a, secondPerson: seat.b },
    })),
  );
  if (event.until === "done") await addOutcomes(tx, app, guests, seated, day);
}

type Seated = { readonly meeting: { readonly id: string; readonly a: number; readonly b: number } };
const outcomes = ["follow_up", "none", "trial", "follow_up", "nda", "follow_up", "none", "contract"] as const;

/** The day after, most told what came of it; of some meetings both sides told the same, and that stands in the ledger. */
async function addOutcomes(
  tx: Transaction,
  app: Kernel,
  guests: readonly DemoGuest[],
  seated: readonly Seated[],
  day: string,
): Promise<void> {
  const now = app.clock();
  const then = new Date(`${shiftDate(day, 2)}T02:00:00Z`);
  // Whoever never came has nothing to tell; the cast is left to tell it by hand.
  const held = seated.filter(({ meeting: { a, b } }) => [a, b].every((guest) => guest % 11 !== 10));
  const told = held.filter(({ meeting: { a, b } }, at) => at % 4 !== 3 && Math.min(a, b) > 0);
  if (told.length === 0) return;
  await tx.insert(eventOutcome).values(
    told.flatMap(({ meeting: { id, a, b } }, at) =>
      [a, b].map((guest) => ({
        ...{ meetingId: id, organizationId: guests[guest]?.id ?? "", afterDays: 1 },
        ...{ outcome: outcomes[at % outcomes.length] ?? "none", saidAt: now, agreed: true },
      })),
    ),
  );
  const steps = told.flatMap(({ meeting }, at) => {
    const step = ledgerStepOf[outcomes[at % outcomes.length] ?? "none"];
    return step ? [{ meeting, step }] : [];
  });
  await tx.insert(ledgerEntry).values(
    steps.map(({ meeting, step }) => ({
      ...{ id: app.newId(), publicId: app.newPublicId(), eventMeetingId: meeting.id, step },
      ...{ state: "confirmed" as const, proposedSide: "asking" as const, occurredOn: shiftDate(day, 1) },
      // Confirmed soon after the day, so that the network of the month holds it.
      ...{ createdAt: then, decidedAt: then },
    })),
  );
}
