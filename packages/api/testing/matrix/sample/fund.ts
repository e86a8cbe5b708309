import type { Sample } from "../expected.ts";

const nobodys = () => ({ publicId: "nobodys-thing" });
const noCall = () => ({ call: "nobodys-call" });
const applies = { action: "fund.apply", of: "ownOrganizations", or: "NOT_FOUND" } as const;
const keeps = { action: "fund.keep", or: "NOT_FOUND" } as const;

/** Samples of the procedures of the fund. */
export const fundSamples: Readonly<Record<string, Sample>> = {
  "fund.calls": { action: "record.browse", input: () => ({}) },
  "fund.portfolio": { action: "record.browse", input: () => ({}) },
  "fund.awarded": { action: "record.browse", or: "NOT_FOUND", input: nobodys },
  "fund.own": { action: "fund.read", input: () => ({}) },
  "fund.application": { action: "fund.read", or: "NOT_FOUND", input: nobodys },
  "fund.begin": { ...applies, input: noCall },
  "fund.save": {
    ...applies,
    input: () => ({
      publicId: "nobodys-thing",
      revision: 1,
      title: "",
      abstract: "",
      body: "",
      leader: "",
      team: [],
      asked: null,
      months: null,
      share: 100,
      partners: [],
    }),
  },
  "fund.submit": { ...applies, input: () => ({ ...nobodys(), revision: 1 }) },
  "fund.reopen": { ...applies, input: () => ({ ...nobodys(), revision: 1 }) },
  "fund.withdraw": { ...applies, input: () => ({ ...nobodys(), revision: 1 }) },
  "fund.agree": { ...applies, input: nobodys },
  "fund.open": { ...keeps, input: noCall },
  "fund.judge": { ...keeps, input: noCall },
  "fund.appeal": { ...applies, input: () => ({ ...nobodys(), words: "It is so." }) },
  "fund.dismiss": { ...keeps, input: () => ({ ...nobodys(), reason: "It is so." }) },
  "fund.uphold": { ...keeps, input: () => ({ ...nobodys(), reason: "It is so." }) },
  "fund.room": { ...keeps, input: noCall },
  "fund.askReviewers": { ...keeps, input: noCall },
  "fund.rank": {
    ...keeps,
    input: () => ({ ...noCall(), minutes: "Done.", recommended: [], reserve: [], recusals: [] }),
  },
  "fund.award": { ...keeps, input: () => ({ ...nobodys(), amount: 1, startsOn: "2026-12-01" }) },
  "fund.decline": { ...keeps, input: nobodys },
  "fund.endAward": { ...keeps, input: () => ({ ...nobodys(), step: "close", reason: "It is done." }) },
  "fund.pay": { ...keeps, input: () => ({ ...nobodys(), amount: 1, note: "" }) },
  "fund.endPayment": { ...keeps, input: () => ({ ...nobodys(), step: "release" }) },
  "fund.move": {
    ...applies,
    input: () => ({ ...nobodys(), stage: "mid_term", to: "2030-01-01", reason: null }),
  },
  "fund.early": { ...applies, input: () => ({ ...nobodys(), to: "2030-01-01" }) },
  "fund.askCheck": { ...keeps, input: () => ({ ...nobodys(), to: "2030-01-01", cause: "safety" }) },
  "fund.endStage": {
    ...keeps,
    input: () => ({
      ...nobodys(),
      stage: "mid_term",
      to: "2026-01-01",
      verdict: "passed",
      negative: false,
    }),
  },
  "fund.addMilestone": {
    ...applies,
    input: () => ({
      ...nobodys(),
      workPackage: "1",
      title: "A cell",
      measure: "80 mAh",
      startsOn: "2026-01-01",
      dueOn: "2026-12-01",
    }),
  },
  "fund.rebaseline": {
    ...applies,
    input: () => ({ ...nobodys(), dueOn: "2026-12-01", reason: "It is late." }),
  },
  "fund.endMilestone": {
    action: "fund.read",
    or: "NOT_FOUND",
    input: () => ({ ...nobodys(), step: "tell" }),
  },
  "fund.addOutput": {
    ...applies,
    input: () => ({
      ...nobodys(),
      kind: "paper",
      title: "A paper",
      identifier: "10.1000/x",
      madeOn: "2026-05-01",
      share: 100,
      contributors: [],
    }),
  },
  "fund.tellMaturity": {
    ...applies,
    input: () => ({
      ...nobodys(),
      rung: "lab",
      trl: 3,
      reachedOn: "2026-05-01",
      evidence: "A report",
      reason: "",
    }),
  },
  "relay.board": { action: "record.browse", input: () => ({}) },
  "relay.result": { action: "record.browse", or: "NOT_FOUND", input: nobodys },
  "relay.offer": {
    ...applies,
    or: "INVALID_INPUT",
    input: () => ({ source: "output", of: "nobodys-thing", use: "Coats.", node: "sse-sulfide", rung: "lab" }),
  },
  "relay.withdraw": { ...applies, input: nobodys },
  "relay.claim": { ...applies, input: () => ({ ...nobodys(), by: "need", of: "nobodys-need", words: "" }) },
  "relay.tell": {
    ...applies,
    input: () => ({
      ...nobodys(),
      step: "begin",
      happenedOn: "2026-05-01",
      words: "",
      useKind: null,
      volume: null,
      unit: null,
    }),
  },
  "relay.answer": { ...applies, input: () => ({ ...nobodys(), answer: "confirm", words: "" }) },
  "relay.name": { ...applies, input: () => ({ ...nobodys(), named: true }) },
  "relay.uses": { ...keeps, input: () => ({ node: "sse-sulfide" }) },
  "relay.file": {
    action: "record.edit",
    of: "secretariats",
    or: "NOT_FOUND",
    input: () => ({ ...nobodys(), weakLink: "nobodys-link", gap: "nobodys-gap" }),
  },
  "fund.reviewer": { action: "fund.review", input: () => ({}) },
  "fund.tasks": { action: "fund.review", input: () => ({}) },
  "fund.task": { action: "fund.review", or: "NOT_FOUND", input: nobodys },
  "fund.enrol": {
    action: "fund.review",
    input: () => ({ subject: "salts", declared: [], most: 2, active: true, papers: [] }),
  },
  "fund.submitReview": {
    action: "fund.review",
    or: "NOT_FOUND",
    input: () => ({ ...nobodys(), scores: [3, 3, 3], confidence: 3, words: "Clear.", note: "" }),
  },
  "fund.leaveReview": {
    action: "fund.review",
    or: "NOT_FOUND",
    input: () => ({ ...nobodys(), step: "decline", reason: "No time." }),
  },
};
