import type { Sample } from "../expected.ts";
import { idleBodies, worldClaim, worldContest, worldMerge, worldRequest } from "../world-bodies.ts";

const reason = "One firm by its licence.";
const [from, into] = idleBodies;

/** Samples of the procedures on duplicate records, facts about bodies and incentives. */
export const bodySamples: Readonly<Record<string, Sample>> = {
  "body.pairs": { action: "organization.decide", input: () => ({}) },
  "body.merges": { action: "organization.browse", input: () => ({}) },
  "body.merge": { action: "organization.decide", input: () => ({ from, into, reason }) },
  "body.requests": { action: "desk.read", or: "NOT_SIGNED_IN", input: () => ({}) },
  "body.askToMerge": {
    action: "organization.decide",
    or: "WRONG_STATE",
    input: () => ({ from, into, reason }),
  },
  "body.signMerge": {
    action: "organization.edit",
    of: "parties",
    input: () => ({ publicId: worldRequest }),
  },
  "body.unsignMerge": {
    action: "organization.edit",
    of: "parties",
    or: "WRONG_STATE",
    input: () => ({ publicId: worldRequest }),
  },
  "body.dropMerge": {
    action: "organization.decide",
    impartial: true,
    input: () => ({ publicId: worldRequest }),
  },
  "body.tellApart": {
    action: "organization.decide",
    input: () => ({ first: from, second: into, reason }),
  },
  "body.undoMerge": {
    action: "organization.decide",
    impartial: true,
    input: () => ({ publicId: worldMerge, reason }),
  },
  "incentive.list": { action: "incentive.read", input: () => ({}) },
  "incentive.load": {
    action: "incentive.read",
    input: ({ records }) => ({ publicId: records.incentiveProgramme?.publicId }),
  },
  "incentive.claim": {
    action: "incentive.claim",
    of: "ownOrganizations",
    or: "WRONG_STATE",
    input: ({ records }) => ({
      publicId: records.incentiveProgramme?.publicId,
      amount: "100",
      purpose: "Travel to the exchange.",
    }),
  },
  "incentive.withdraw": { action: "incentive.claim", of: "firms", input: () => ({ publicId: worldClaim }) },
  "incentive.setTerms": {
    action: "incentive.keep",
    or: "INVALID_INPUT",
    input: ({ records }) => ({ publicId: records.incentiveProgramme?.publicId, from: "2026-10-20" }),
  },
  "incentive.decide": {
    action: "incentive.keep",
    impartial: true,
    input: () => ({ publicId: worldClaim, step: "refuse", code: "evidence", reason }),
  },
  "fact.load": {
    action: "organization.browse",
    input: ({ firm }) => ({ organization: firm.publicId }),
  },
  "fact.list": { action: "organization.decide", input: () => ({}) },
  "fact.contest": {
    action: "organization.edit",
    of: "ownOrganizations",
    input: () => ({ fact: "country", wanted: "DE", reason: "Our seat moved to Germany in May." }),
  },
  "fact.withdraw": {
    action: "organization.edit",
    of: "firms",
    input: () => ({ publicId: worldContest }),
  },
  "fact.answer": {
    action: "organization.decide",
    impartial: true,
    input: () => ({ publicId: worldContest, uphold: true, evidence: "Register of enterprises, today." }),
  },
  "fact.check": {
    action: "organization.decide",
    impartial: true,
    input: ({ firm }) => ({
      publicId: firm.publicId,
      fact: "country",
      value: "CN",
      evidence: "Register of enterprises, today.",
    }),
  },
};
