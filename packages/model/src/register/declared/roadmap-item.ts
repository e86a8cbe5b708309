import { linkIds } from "../../chain/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, record, text } from "../field.ts";

/** Seed 5.2.2: what goes into mass production, what is developed, semi-solid as the transition, all-solid. [RM1] */
export const roadmapDirections = ["t1", "t2", "t3", "t4"] as const;
export type RoadmapDirection = (typeof roadmapDirections)[number];

/** Proposed, adopted by a vote, reached or dropped. [RM2] */
export const roadmapMachine = machine({
  name: "roadmapItem",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    in_review: { review: true },
    proposed: { live: true },
    adopted: { live: true },
    reached: { live: true, end: true },
    dropped: { live: true, end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
    publish: { from: ["in_review"], to: "proposed", who: "officer" },
    return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
    adopt: {
      from: ["proposed"],
      to: "adopted",
      who: "officer",
      guard: "seatsHold",
      fields: ["votesFor", "votesAgainst", "abstained", "votedOn", "votedIn"],
    },
    revise: { from: ["proposed", "adopted"], to: "draft", who: "owner" },
    reach: { from: ["adopted"], to: "reached", who: "owner", fields: ["evidence"] },
    drop: { from: ["proposed", "adopted"], to: "dropped", who: "owner", reason: true },
  },
});

/** The technology roadmap of the group: targets with year and test method, who works on them and what they lead to. [RM1] */
export const roadmapItem = defineRegister({
  name: "roadmapItem",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    direction: choice(roadmapDirections, { required: true }),
    links: choices(linkIds, { required: true }),
    target: bilingual({ max: 400, required: true }),
    targetYear: count({ min: 2020, max: 2060, required: true, order: "rising" }),
    method: text({ max: 240 }),
    current: bilingual({ max: 400 }),
    currentYear: count({ min: 2010, max: 2060 }),
    owners: text({ max: 400 }),
    transitionTo: record("roadmapItem"),
    exitCriterion: bilingual({ max: 400 }),
    evidence: text({ max: 4000, long: true }),
    votesFor: count({ min: 1, max: 500, byStep: true }),
    votesAgainst: count({ min: 0, max: 500, byStep: true }),
    abstained: count({ min: 0, max: 500, byStep: true }),
    votedOn: day({ byStep: true }),
    votedIn: text({ max: 240, byStep: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: roadmapMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "direction", "target", "targetYear", "current", "links"],
  facets: ["direction", "links"],
  rest: { path: "roadmap", scope: "registers:read" },
  check: ({ votesFor, votesAgainst }) =>
    votesFor !== null && votesAgainst !== null && votesFor <= votesAgainst
      ? [{ field: "votesFor", rule: "implausible" }]
      : [],
});
