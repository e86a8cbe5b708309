import type { Sample } from "../expected.ts";

const values = [
  { component: "lithium_salt_capacity", place: ["li2co3-batt", "spodumene"], raw: "6000", revision: 1 },
];
const csv = () => new Uint8Array(Buffer.from("component,value\n"));
const open = { action: "goal.browse", input: () => ({}) } satisfies Sample;
const reading = { code: "x", vintage: "2026", period: "2025", reading: "value", region: "CN" };
const figure = { component: "lithium_salt_output", period: "2025Q2" };

/** The chain, goals, definitions, returns, releases, meetings and the board. */
export const figureSamples: Readonly<Record<string, Sample>> = {
  "chain.overview": { action: "chain.browse", input: () => ({}) },
  "chain.list": { action: "chain.browse", input: () => ({ link: "smelting" }) },
  "chain.concept": { action: "chain.browse", input: () => ({ concept: "ncm811" }) },
  "chain.search": { action: "chain.browse", input: () => ({ q: "carbonate" }) },
  "board.pace": { action: "posting.review", input: () => ({}) },
  "board.load": { action: "board.read", input: () => ({}) },
  "board.since": { action: "board.read", input: () => ({}) },
  "duty.overdue": { action: "record.consult", input: () => ({}) },
  "engine.list": { action: "engine.read", input: () => ({}) },
  "engine.decide": {
    action: "engine.decide",
    input: ({ engine }) => ({ version: engine, decision: "keep", reason: "It is no better than before." }),
  },
  "definition.list": { action: "goal.browse", input: () => ({ indicator: "MAT-01" }) },
  "definition.propose": {
    action: "definition.propose",
    input: ({ proposal }) => ({ ...proposal, indicator: "REC-01" }),
    or: "INVALID_INPUT",
  },
  "definition.adopt": {
    action: "definition.adopt",
    input: ({ version }) => ({ indicator: "MAT-01", version }),
  },
  // Who proposed it, or the secretary.
  "definition.withdraw": {
    action: "definition.propose",
    only: ({ name }) => name !== "torn officer",
    input: ({ version }) => ({ indicator: "MAT-01", version }),
  },
  "goal.list": open,
  "goal.load": { ...open, input: () => ({ id: "G25-12" }) },
  "goal.indicator": { ...open, input: () => ({ id: "MAT-01" }) },
  "goal.standing": { ...open, input: () => ({ id: "G25-12" }) },
  "goal.standings": open,
  "goal.floor": open,
  "goal.setFloor": {
    action: "goal.setFloor",
    input: () => ({ percent: 70, reason: "Most firms report late in the first year." }),
  },
  "publicFigure.list": { action: "publicFigure.note", input: () => ({}) },
  "publicFigure.note": {
    action: "publicFigure.note",
    impartial: true,
    input: ({ rival }) => ({ organization: rival.publicId, ...figure, source: "Its own report" }),
  },
  "publicFigure.remove": {
    action: "publicFigure.note",
    impartial: true,
    input: ({ firm }) => ({ organization: firm.publicId, ...figure }),
  },
  "series.list": open,
  "series.load": { ...open, input: () => ({ code: "x" }), or: "NOT_FOUND" },
  "series.measures": { action: "series.adopt", input: () => ({ code: "x" }) },
  "series.read": { action: "series.adopt", input: () => reading, or: "NOT_FOUND" },
  "series.adopt": {
    action: "series.adopt",
    input: () => ({
      ...reading,
      indicator: "RES-03",
      measure: "hhi",
      reason: "The only figure of that year.",
    }),
    or: "INVALID_INPUT",
  },
  "series.withdraw": {
    action: "series.adopt",
    input: () => ({ publicId: "nowhere00", reason: "It was taken back." }),
    or: "NOT_FOUND",
  },
  "release.ask": {
    action: "release.ask",
    input: ({ round }) => ({ round, audience: "members" }),
    or: "WRONG_STATE",
  },
  "release.list": { action: "release.browse", input: () => ({}) },
  "release.load": { action: "release.browse", input: ({ release }) => ({ publicId: release }) },
  "release.figures": { action: "release.browse", input: ({ release }) => ({ publicId: release }) },
  "release.latest": { action: "release.browse", input: () => ({ indicator: "MAT-01" }) },
  "release.peers": { action: "release.browse", input: () => ({ id: "SME-03" }) },
  "release.paper": {
    action: "release.browse",
    input: ({ release }) => ({ publicId: release, locale: "en" }),
  },
  "return.openRound": { action: "return.open", input: () => ({ period: "2025Q1" }) },
  "return.closeRound": {
    action: "return.open",
    input: ({ pastRound }) => ({ round: pastRound }),
    or: "WRONG_STATE",
  },
  "return.moveDue": { action: "return.open", input: ({ round }) => ({ round, workingDays: 100 }) },
  "return.rounds": { action: "return.check", input: () => ({}) },
  "return.queue": { action: "return.check", input: () => ({}) },
  "return.loadReview": {
    action: "return.check",
    impartial: true,
    of: "checkers",
    input: ({ returns }) => ({ publicId: returns.handedIn }),
  },
  "return.query": {
    action: "return.decide",
    impartial: true,
    of: "checkers",
    input: ({ returns }) => ({
      publicId: returns.handedIn,
      version: 1,
      items: [{ component: "lithium_salt_output", text: "Is tolling included?" }],
    }),
  },
  "return.remind": {
    action: "return.decide",
    impartial: true,
    of: "checkers",
    input: ({ returns }) => ({ publicId: returns.handedIn }),
    or: "WRONG_STATE",
  },
  "return.verify": {
    action: "return.decide",
    impartial: true,
    of: "checkers",
    input: ({ returns }) => ({ publicId: returns.handedIn, version: 1 }),
  },
  "return.list": { action: "return.read", of: "ownOrganizations", input: () => ({}) },
  "return.load": { action: "return.read", of: "firms", input: ({ returns }) => ({ publicId: returns.open }) },
  "return.loadTemplate": {
    action: "return.read",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.open }),
  },
  "return.listFigures": {
    action: "return.read",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.open }),
  },
  "return.saveValues": {
    action: "return.file",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.open, version: 1, values }),
  },
  "return.saveExplanation": {
    action: "return.file",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.open, version: 1, check: returns.check, text: "Seasonal." }),
  },
  "return.submit": {
    action: "return.file",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.open, version: 1, reason: "The plant was closed." }),
  },
  "return.correct": {
    action: "return.file",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.verified, version: 1, reason: "A line was counted twice." }),
  },
  "return.startImport": {
    action: "return.file",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.fresh, name: "figures.csv", bytes: csv() }),
  },
  "return.listImports": {
    action: "return.read",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.imported }),
  },
  "return.cancelImport": {
    action: "return.file",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.imported, import: returns.waiting }),
  },
  "return.readImportFile": {
    action: "return.read",
    of: "firms",
    input: ({ returns }) => ({ publicId: returns.imported, import: returns.waiting, which: "original" }),
  },
  "waiver.list": { action: "waiver.read", of: "ownOrganizations", input: () => ({}) },
  "waiver.give": { action: "waiver.give", of: "ownOrganizations", input: () => ({ indicator: "MAT-01" }) },
  "waiver.withdraw": { action: "waiver.give", of: "firms", input: () => ({ indicator: "SME-03" }) },
  "meeting.list": { action: "meeting.read", input: () => ({}) },
  "meeting.ownDecisions": { action: "meeting.read", input: () => ({}) },
  "meeting.load": {
    action: "meeting.read",
    of: "seats",
    input: ({ meetings }) => ({ publicId: meetings.held }),
  },
  "meeting.paper": {
    action: "meeting.read",
    of: "seats",
    input: ({ meetings }) => ({ publicId: meetings.paper }),
  },
  "meeting.convene": {
    action: "meeting.keep",
    input: () => ({ title: "Another review", heldAt: new Date("2026-12-08T02:00:00Z") }),
  },
  "meeting.edit": {
    action: "meeting.keep",
    input: ({ meetings }) => ({
      publicId: meetings.called,
      title: "The review, later",
      heldAt: new Date("2026-12-15T02:00:00Z"),
    }),
  },
  "meeting.cancel": {
    action: "meeting.keep",
    input: ({ meetings }) => ({ publicId: meetings.called, reason: "Too few returns." }),
  },
  "meeting.noteMinutes": {
    action: "meeting.keep",
    input: ({ meetings }) => ({ publicId: meetings.held, minutes: "Opened at nine.", seen: "" }),
  },
  "meeting.editDecision": {
    action: "meeting.keep",
    impartial: true,
    input: ({ meetings }) => ({
      publicId: meetings.decided,
      version: 1,
      text: meetings.decision.text,
      dueOn: meetings.decision.dueOn,
    }),
  },
  "meeting.withdrawDecision": {
    action: "meeting.keep",
    impartial: true,
    input: ({ meetings }) => ({ publicId: meetings.decided, reason: "Asked for twice." }),
  },
  "meeting.addItem": {
    action: "meeting.keep",
    input: ({ meetings }) => ({ publicId: meetings.called, title: "Any other business" }),
  },
  "meeting.noteItem": {
    action: "meeting.keep",
    input: ({ meetings }) => ({ publicId: meetings.held, position: 1, notes: "Discussed.", seen: "" }),
  },
  "meeting.addSeat": {
    action: "meeting.keep",
    input: ({ meetings, rival }) => ({ publicId: meetings.called, organization: rival.publicId }),
  },
  "meeting.removeSeat": {
    action: "meeting.keep",
    input: ({ meetings, firm }) => ({ publicId: meetings.called, organization: firm.publicId }),
  },
  "meeting.hold": { action: "meeting.keep", input: ({ meetings }) => ({ publicId: meetings.called }) },
  "meeting.decide": {
    action: "meeting.keep",
    impartial: true,
    input: ({ meetings }) => ({ publicId: meetings.held, ...meetings.decision }),
  },
  "meeting.lawNote": { action: "meeting.keep", input: ({ meetings }) => ({ publicId: meetings.held }) },
  "meeting.openVote": {
    action: "meeting.keep",
    input: ({ meetings }) => ({ publicId: meetings.held, position: 1, question: "Adopt it?" }),
    or: "INVALID_INPUT",
  },
  "meeting.castBallot": {
    action: "meeting.cast",
    of: "seats",
    input: ({ meetings }) => ({ publicId: meetings.vote, seat: meetings.seat, choice: "for" }),
  },
  "meeting.closeVote": {
    action: "meeting.keep",
    input: ({ meetings }) => ({ publicId: meetings.vote }),
  },
  "meeting.close": { action: "meeting.keep", input: ({ meetings }) => ({ publicId: meetings.held }) },
  "meeting.endDecision": {
    action: "meeting.endDecision",
    impartial: true,
    of: "seats",
    input: ({ meetings }) => ({ publicId: meetings.decided, note: "All are in." }),
  },
};
