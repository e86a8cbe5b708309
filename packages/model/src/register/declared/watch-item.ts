import { linkIds } from "../../chain/index.ts";
import { dutyRules } from "../../duty/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, country, day, record, text } from "../field.ts";

export const watchKinds = ["policy", "technology", "platform", "investment", "patent", "trade"] as const;
export const watchSeverities = ["1", "2", "3"] as const;
export type WatchSeverity = (typeof watchSeverities)[number];
export const watchDecisions = ["action", "no_action", "watch_until"] as const;

/** Days until a decision is due, by severity. A proposal: the paper names no period. [WA2] */
export const watchDays: Readonly<Record<WatchSeverity, number>> = { "1": 90, "2": 30, "3": 14 };

/** Filed, graded, put on an agenda, discussed with a finding, closed with a decision. Silence ends nothing. [WA1] */
export const watchMachine = machine({
  name: "watchItem",
  start: "filed",
  states: {
    filed: { live: true, edit: "live" },
    triaged: { live: true, edit: "live" },
    scheduled: { live: true, edit: "live" },
    discussed: { live: true, edit: "live" },
    closed: { live: true, end: true },
    merged: { live: true, end: true },
  },
  steps: {
    triage: { from: ["filed"], to: "triaged", who: "owner", fields: ["severity", "dueOn"] },
    schedule: { from: ["triaged"], to: "scheduled", who: "owner" },
    discuss: { from: ["triaged", "scheduled"], to: "discussed", who: "owner", fields: ["finding"] },
    close: {
      from: ["discussed"],
      to: "closed",
      who: "owner",
      fields: ["decision", "because"],
    },
    merge: {
      from: ["filed", "triaged", "scheduled"],
      to: "merged",
      who: "owner",
      reason: true,
      fields: ["mergedInto"],
    },
  },
});

/** What happened longer ago is background: no day runs for grading it. A proposal. [WA2] */
export const watchYears = 2;

/** What happens abroad and must be discussed, for seed 4.2 and 6.1: when, how grave, by when, what was decided. [WA1] */
export const watchItem = defineRegister({
  name: "watchItem",
  owner: "group",
  level: "member",
  fields: {
    title: bilingual({ max: 240, required: true }),
    kind: choice(watchKinds, { required: true }),
    country: country({ required: true }),
    issuer: text({ max: 160 }),
    happenedOn: day({ partial: true, order: "falling" }),
    foundOn: day({ required: true, today: true }),
    links: choices(linkIds, { required: true }),
    summary: bilingual({ max: 4000, long: true }),
    severity: choice(watchSeverities, { byStep: true }),
    dueOn: day({ byStep: true, propose: { by: "severity", days: watchDays } }),
    finding: text({ max: 4000, long: true, byStep: true }),
    decision: choice(watchDecisions, { byStep: true }),
    because: text({ max: 2000, long: true, byStep: true }),
    mergedInto: record("watchItem", { byStep: true }),
  },
  machine: watchMachine,
  act: { edit: "record.edit", decide: "record.edit" },
  unique: ["title"],
  list: ["title", "severity", "kind", "country", "links", "happenedOn", "dueOn", "decision"],
  facets: ["severity", "kind", "country", "links", "decision"],
  rest: { path: "watch-items", scope: "registers:read" },
  check: ({ happenedOn, foundOn }) =>
    happenedOn && foundOn && happenedOn > foundOn ? [{ field: "happenedOn", rule: "endBeforeStart" }] : [],
  due: {
    filed: {
      duty: "triage",
      workingDays: dutyRules["watchItem.triage"].workingDays,
      recent: { field: "happenedOn", years: watchYears },
    },
    triaged: { duty: "decide", field: "dueOn" },
    scheduled: { duty: "decide", field: "dueOn" },
    discussed: { duty: "decide", field: "dueOn" },
  },
});
