import { faultOfHours, type HallHours } from "../../event/hall.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, count, day, record, text } from "../field.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const exchangeKinds = ["matching", "site_visit", "forum", "training"] as const;
/** When the first slot of a day begins, in the time of Beijing. */
export const openingHours = [
  ...["08:00", "08:30", "09:00", "09:30", "10:00", "10:30"],
  ...["13:00", "13:30", "14:00", "14:30"],
] as const;

/**
 * From the call to the end of the day. Interest is open only while people register; from `published` on a change of the timetable is a
 * new version of it and never an edit of the event. [EV1]
 */
export const exchangeEventMachine = machine({
  name: "exchangeEvent",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    announced: { live: true, edit: "live" },
    registration: { live: true, edit: "live" },
    interest_closed: { live: true, edit: "live" },
    published: { live: true },
    running: { live: true },
    done: { live: true, end: true },
    cancelled: { live: true, end: true },
  },
  steps: {
    announce: { from: ["draft"], to: "announced", who: "owner", guard: "complete" },
    open: { from: ["announced"], to: "registration", who: "owner" },
    close: { from: ["registration"], to: "interest_closed", who: "owner" },
    publish: { from: ["interest_closed"], to: "published", who: "owner" },
    start: { from: ["published"], to: "running", who: "owner", notBefore: "startsOn" },
    finish: { from: ["running"], to: "done", who: "owner" },
    cancel: {
      from: ["announced", "registration", "interest_closed", "published", "running"],
      to: "cancelled",
      who: "owner",
      reason: true,
    },
  },
});
export type ExchangeEventState = keyof typeof exchangeEventMachine.states;

/** A day, or a few, on which firms of the chain meet at tables: seed 6.3. [EV1] */
export const exchangeEvent = defineRegister({
  name: "exchangeEvent",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    kind: choice(exchangeKinds, { required: true }),
    province: choice(provinceCodes, { required: true }),
    venue: text({ max: 160, required: true }),
    startsOn: day({ required: true, order: "falling" }),
    endsOn: day({ required: true }),
    interestUntil: day({ required: true }),
    opensAt: choice(openingHours, { required: true }),
    slotMinutes: count({ min: 5, max: 120, required: true }),
    gapMinutes: count({ min: 0, max: 60, required: true }),
    slots: count({ min: 1, max: 30, required: true }),
    breakAfter: count({ min: 0, max: 29 }),
    breakMinutes: count({ min: 0, max: 240 }),
    tables: count({ min: 1, max: 120, required: true }),
    zones: count({ min: 1, max: 12, required: true }),
    walkMinutes: count({ min: 0, max: 60 }),
    mostMeetings: count({ min: 1, max: 60, required: true }),
    mostInRow: count({ min: 1, max: 30, required: true }),
    capacity: count({ min: 2, max: 1000, required: true }),
    policy: record("publicPolicy"),
    about: bilingual({ max: 4000, long: true }),
  },
  machine: exchangeEventMachine,
  act: { edit: "record.edit", decide: "record.edit" },
  unique: ["title"],
  list: ["title", "kind", "startsOn", "province", "venue", "tables", "capacity"],
  facets: ["kind", "province"],
  rest: { path: "events", scope: "registers:read" },
  check: (values) => {
    const { startsOn, endsOn, interestUntil, slots, breakAfter, tables, zones } = values;
    const isReversed = startsOn !== null && endsOn !== null && endsOn < startsOn;
    return [
      ...(isReversed ? [{ field: "endsOn", rule: "endBeforeStart" } as const] : []),
      ...(startsOn && interestUntil && interestUntil > startsOn
        ? [{ field: "interestUntil", rule: "dateTooFar", params: { max: startsOn } } as const]
        : []),
      ...(slots !== null && breakAfter !== null && breakAfter >= slots
        ? [{ field: "breakAfter", rule: "tooLarge", params: { max: slots - 1 } } as const]
        : []),
      ...(tables !== null && zones !== null && zones > tables
        ? [{ field: "zones", rule: "tooLarge", params: { max: tables } } as const]
        : []),
      ...(isReversed ? [] : faultsOfHours(values)),
    ];
  },
});

/** Hours that no day holds are refused here, so that every event that is announced has slots. [EV1] */
function faultsOfHours(values: Record<keyof HallHours, string | number | null>) {
  const { breakAfter: _after, breakMinutes: _minutes, ...needed } = values;
  if (Object.values(needed).some((value) => value === null)) return [];
  const fault = faultOfHours(values as HallHours);
  return fault ? [fault] : [];
}
