import type { Sample } from "../expected.ts";

/** Samples of the procedures on events. The event of the world is announced: nobody registers for it yet. */
export const peopleSamples: Readonly<Record<string, Sample>> = {
  "event.load": { action: "event.read", input: ({ records }) => toEvent(records) },
  "event.attended": { action: "event.read", input: () => ({}) },
  "event.day": { action: "event.read", or: "NOT_FOUND", input: ({ records }) => toEvent(records) },
  "event.yield": { action: "event.read", or: "FORBIDDEN", input: ({ records }) => toEvent(records) },
  "event.attend": {
    action: "event.attend",
    of: "ownOrganizations",
    or: "WRONG_STATE",
    input: ({ records }) => ({
      ...toEvent(records),
      most: 2,
      delegates: [{ name: "Li", topics: ["lfp"], languages: ["zh"] }],
    }),
  },
  "event.withdraw": {
    action: "event.attend",
    of: "ownOrganizations",
    or: "WRONG_STATE",
    input: ({ records }) => toEvent(records),
  },
  "event.sayInterest": {
    action: "event.attend",
    of: "ownOrganizations",
    or: "WRONG_STATE",
    input: ({ records }) => ({ ...toEvent(records), towards: "nobody-here", strength: 2 }),
  },
  "event.tellOutcome": {
    action: "event.attend",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({ meeting: "no-such-meeting", afterDays: 1, outcome: "trial" }),
  },
  "event.board": { action: "event.keep", impartial: true, input: ({ records }) => toEvent(records) },
  "event.plan": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => toEvent(records),
  },
  "event.publish": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => ({ ...toEvent(records), version: 1 }),
  },
  "event.tryRepair": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => toEvent(records),
  },
  "event.repair": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => toEvent(records),
  },
  "event.checkIn": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => ({ ...toEvent(records), code: "ABC234" }),
  },
  "event.miss": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => ({ ...toEvent(records), guest: "no-such-guest" }),
  },
};

function toEvent(records: Readonly<Record<string, { readonly publicId: string }>>) {
  return { publicId: records.exchangeEvent?.publicId ?? "" };
}
