import { sampleContent } from "@lilink/services/testing";
import type { Sample } from "../expected.ts";

const contact = { name: "Order desk", email: "desk@firm.example" };
const content = () => ({ ...sampleContent() });
const pdf = () => new Uint8Array(Buffer.from("%PDF-1.7 a report"));

/** Postings, search, matches and introductions. */
export const marketSamples: Readonly<Record<string, Sample>> = {
  "posting.create": {
    action: "posting.draft",
    of: "ownOrganizations",
    input: () => ({ kind: "need", content: content() }),
  },
  "posting.propose": {
    action: "posting.draft",
    of: "ownOrganizations",
    input: () => ({ text: "We need ten tonnes of battery-grade lithium carbonate a month." }),
  },
  "posting.saveDraft": {
    action: "posting.draft",
    of: "firms",
    input: ({ draft }) => ({ publicId: draft.publicId, revision: 0, content: content(), levels: {} }),
  },
  "posting.discardDraft": {
    action: "posting.draft",
    of: "firms",
    input: ({ draft }) => ({ publicId: draft.publicId }),
  },
  "posting.submit": {
    action: "posting.submit",
    of: "firms",
    input: ({ draft }) => ({ publicId: draft.publicId }),
  },
  "posting.withdraw": {
    action: "posting.draft",
    of: "firms",
    input: ({ review }) => ({ publicId: review.publicId }),
  },
  "posting.publish": {
    action: "posting.review",
    impartial: true,
    input: ({ review }) => ({ publicId: review.publicId }),
  },
  "posting.decideWithClaim": {
    action: "posting.review",
    impartial: true,
    /** The two are of two bodies. */
    or: "WRONG_STATE",
    input: ({ review, claimed }) => ({ publicId: review.publicId, claim: claimed.claim }),
  },
  "posting.return": {
    action: "posting.review",
    impartial: true,
    input: ({ review }) => ({
      publicId: review.publicId,
      criteria: ["specific"],
      reason: "Say which grade.",
    }),
  },
  "posting.loadReview": {
    action: "posting.review",
    impartial: true,
    input: ({ review }) => ({ publicId: review.publicId }),
  },
  "posting.listReviews": { action: "posting.review", input: () => ({}) },
  "posting.close": {
    action: "posting.close",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId }),
  },
  "posting.renew": {
    action: "posting.submit",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId, validDays: 30 }),
  },
  "posting.reopen": {
    action: "posting.draft",
    of: "firms",
    input: ({ closed }) => ({ publicId: closed.publicId }),
  },
  "posting.load": { action: "posting.browse", input: ({ live }) => ({ publicId: live.publicId }) },
  "posting.loadDraft": {
    action: "posting.readOwn",
    of: "firms",
    input: ({ draft }) => ({ publicId: draft.publicId }),
  },
  "posting.listOwn": { action: "posting.readOwn", of: "ownOrganizations", input: () => ({}) },
  "posting.versions": {
    action: "posting.readOwn",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId }),
  },
  "posting.version": {
    action: "posting.readOwn",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId, version: 1 }),
  },
  "posting.compare": {
    action: "posting.readOwn",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId, before: 1, after: 1 }),
  },
  "attachment.upload": {
    action: ["attachment.write", "posting.draft"],
    of: "firms",
    input: ({ draft }) => ({
      home: { kind: "posting", publicId: draft.publicId },
      name: "a.pdf",
      bytes: pdf(),
    }),
  },
  "attachment.read": {
    action: "attachment.read",
    of: "firms",
    input: ({ file }) => ({ publicId: file.publicId }),
  },
  "attachment.remove": {
    action: ["attachment.write", "posting.draft"],
    of: "firms",
    input: ({ file }) => ({ publicId: file.publicId }),
  },
  "search.postings": { action: "search.browse", input: () => ({ q: "carbonate" }) },
  "search.jump": { action: "search.browse", input: () => ({ q: "carbonate" }) },
  "search.similar": { action: "search.browse", input: ({ live }) => ({ publicId: live.publicId }) },
  "search.save": { action: "search.save", input: () => ({ name: "Salts", query: "q=salt" }) },
  "search.listSaved": { action: "search.save", input: () => ({}) },
  "search.change": {
    action: "search.save",
    of: "admins",
    input: ({ search }) => ({ publicId: search.publicId, digest: "daily" }),
  },
  "search.remove": {
    action: "search.save",
    of: "admins",
    input: ({ search }) => ({ publicId: search.publicId }),
  },
  "match.list": { action: "match.read", of: "firms", input: ({ live }) => ({ publicId: live.publicId }) },
  "match.suggest": { action: "match.read", of: "firms", input: ({ live }) => ({ publicId: live.publicId }) },
  "match.withOrganization": {
    action: "match.read",
    of: "ownOrganizations",
    input: ({ firm }) => ({ organization: firm.publicId }),
  },
  "match.explain": {
    action: "match.read",
    of: "firms",
    input: ({ live, need }) => ({ publicId: live.publicId, other: need.publicId }),
  },
  "match.try": {
    action: "posting.readOwn",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId }),
  },
  "match.achievements": {
    action: "match.read",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId }),
  },
  "match.needs": {
    action: "match.read",
    of: "firms",
    input: ({ records }) => ({ publicId: records.achievement?.publicId }),
  },
  "match.mark": {
    action: "match.mark",
    of: "firms",
    input: ({ live, need }) => ({ publicId: live.publicId, other: need.publicId, mark: "pinned" }),
  },
  "team.find": { action: "team.find", input: ({ project }) => ({ publicId: project.publicId }) },
  "market.load": { action: "market.read", input: () => ({}) },
  "introduction.prepare": {
    action: "introduction.ask",
    impartial: true,
    input: ({ need }) => ({ posting: need.publicId }),
  },
  "introduction.ask": {
    action: "introduction.ask",
    impartial: true,
    input: ({ need }) => ({
      posting: need.publicId,
      aim: "quote",
      message: "May we have a quote for this?",
      contact,
    }),
  },
  "introduction.list": { action: "introduction.read", input: () => ({}) },
  "introduction.ofAchievement": {
    action: "introduction.read",
    input: ({ records }) => ({ achievement: records.achievement?.publicId }),
  },
  "introduction.load": {
    action: "introduction.read",
    of: "parties",
    input: ({ open }) => ({ publicId: open.publicId }),
  },
  "introduction.accept": {
    action: "introduction.answer",
    of: "firms",
    input: ({ sent }) => ({ publicId: sent.publicId, contact }),
  },
  "introduction.decline": {
    action: "introduction.answer",
    of: "firms",
    input: ({ sent }) => ({ publicId: sent.publicId, reason: "volume" }),
  },
  "introduction.withdraw": {
    action: "introduction.ask",
    of: "partners",
    input: ({ sent }) => ({ publicId: sent.publicId }),
  },
  "introduction.end": {
    action: "introduction.write",
    of: "parties",
    input: ({ open }) => ({ publicId: open.publicId }),
  },
  "introduction.write": {
    action: "introduction.write",
    of: "parties",
    input: ({ open }) => ({ publicId: open.publicId, body: "When may we come?" }),
  },
  "introduction.propose": {
    action: "introduction.write",
    of: "parties",
    input: ({ open }) => ({ publicId: open.publicId, step: "nda", occurredOn: "2026-10-10" }),
  },
  "introduction.decide": {
    action: "introduction.write",
    of: "partners",
    input: ({ entry }) => ({ entry: entry.publicId, action: "confirm" }),
  },
  "use.acceptances": {
    action: "posting.readOwn",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId }),
  },
  "use.set": {
    action: "posting.draft",
    of: "firms",
    input: ({ draft }) => ({
      publicId: draft.publicId,
      terms: { purposes: ["evaluate"], framework: "free", until: null },
    }),
  },
  "use.accept": {
    action: "use.accept",
    or: "NOT_FOUND",
    input: ({ live }) => ({ publicId: live.publicId, version: 1 }),
  },
  "appointment.load": {
    action: "introduction.read",
    of: "parties",
    input: ({ open }) => ({ introduction: open.publicId }),
  },
  "appointment.mark": {
    action: "introduction.write",
    of: "parties",
    input: ({ open }) => ({ introduction: open.publicId, zone: "UTC", free: [] }),
  },
  "appointment.propose": {
    action: "introduction.write",
    of: "parties",
    or: "CONFLICT",
    input: ({ open }) => ({ introduction: open.publicId, startsAt: "2026-10-20T02:00:00Z", minutes: 30 }),
  },
  "appointment.take": {
    action: "introduction.write",
    of: "partners",
    input: ({ appointment }) => ({ publicId: appointment.publicId }),
  },
  "appointment.move": {
    action: "introduction.write",
    of: "parties",
    input: ({ appointment }) => ({
      publicId: appointment.publicId,
      startsAt: "2026-10-21T02:00:00Z",
      minutes: 30,
    }),
  },
  "appointment.cancel": {
    action: "introduction.write",
    of: "parties",
    input: ({ appointment }) => ({ publicId: appointment.publicId, reason: "We cannot." }),
  },
  "appointment.tell": {
    action: "introduction.write",
    of: "parties",
    or: "WRONG_STATE",
    input: ({ appointment }) => ({ publicId: appointment.publicId, outcome: "none" }),
  },
  "support.list": { action: "introduction.read", input: () => ({}) },
  "support.load": {
    action: "introduction.read",
    of: "parties",
    input: ({ ticket }) => ({ publicId: ticket.publicId }),
  },
  "support.open": {
    action: "support.write",
    of: "parties",
    input: ({ open }) => ({
      introduction: open.publicId,
      kind: "other",
      urgency: "low",
      subject: "A question",
      body: "When may we come?",
    }),
  },
  "support.write": {
    action: "support.write",
    of: "parties",
    input: ({ ticket }) => ({ publicId: ticket.publicId, body: "We look at it." }),
  },
  "support.askClose": {
    action: "support.write",
    of: "parties",
    input: ({ ticket }) => ({ publicId: ticket.publicId }),
  },
  "support.confirm": {
    action: "support.write",
    of: "partners",
    input: ({ closing }) => ({ publicId: closing.publicId }),
  },
  "support.reopen": {
    action: "support.write",
    of: "partners",
    input: ({ closing }) => ({ publicId: closing.publicId, reason: "It is not there yet." }),
  },
  "report.file": {
    action: "report.file",
    input: ({ need }) => ({
      subject: "posting",
      publicId: need.publicId,
      reason: "probing",
      words: "It asks what nobody needs.",
    }),
  },
  "report.list": { action: "report.read", input: () => ({}) },
  "report.decide": {
    action: "report.decide",
    impartial: true,
    input: ({ report }) => ({
      publicId: report.publicId,
      finding: "warned",
      note: "The figure was corrected.",
    }),
  },
  "disclosure.list": { action: "disclosure.read", of: "ownOrganizations", input: () => ({}) },
};
