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
  "battery.file": {
    action: "battery.file",
    of: "ownOrganizations",
    input: () => ({ units: [{ code: "ZZ1PB01A1B2C3DC5H9999999", kwh: 50 }] }),
  },
  "battery.report": {
    action: "battery.report",
    of: "ownOrganizations",
    input: () => ({ verb: "fit", code: "ZZ1PB01A1B2C3DC5H9999998", at: "2022-06-01", vehicle: "V1" }),
  },
  "battery.capture": {
    action: "battery.report",
    of: "ownOrganizations",
    input: () => ({ kind: "epcis", name: "capture.jsonld", bytes: new TextEncoder().encode("{}") }),
  },
  "battery.captures": { action: "battery.read", of: "ownOrganizations", input: () => ({}) },
  "battery.loadCapture": {
    action: "battery.read",
    or: "NOT_FOUND",
    input: () => ({ publicId: "no-such-capture" }),
  },
  "battery.readCapture": {
    action: "battery.read",
    or: "NOT_FOUND",
    input: () => ({ publicId: "no-such-capture" }),
  },
  "battery.items": { action: "battery.read", of: "ownOrganizations", input: () => ({}) },
  "battery.passport": {
    action: "battery.passport",
    input: () => ({ code: "ZZ1PB01A1B2C3DC5H9999997" }),
  },
  "battery.oversight": { action: "battery.oversee", input: () => ({}) },
  "battery.events": { action: "battery.read", of: "ownOrganizations", input: () => ({}) },
  "battery.list": { action: "battery.read", of: "ownOrganizations", input: () => ({}) },
  "batch.open": {
    action: "battery.report",
    of: "ownOrganizations",
    input: () => ({
      number: "B-9999",
      process: "hydrometallurgical",
      custodyModel: "mass_balance",
      openedOn: "2026-03-01",
    }),
  },
  "batch.save": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({
      publicId: "nobodys-batch",
      version: 1,
      number: "B-9998",
      process: "hydrometallurgical",
      custodyModel: "mass_balance",
      openedOn: "2026-03-01",
      handling: [],
      rows: [],
    }),
  },
  "batch.step": {
    action: "battery.read",
    or: "NOT_FOUND",
    input: () => ({ publicId: "nobodys-batch", step: "close" }),
  },
  "rate.load": { action: "goal.browse", input: () => ({}) },
  "rate.ask": { action: "series.adopt", input: () => ({}) },
  "outlook.load": { action: "goal.browse", input: () => ({}) },
  "outlook.save": {
    action: "series.adopt",
    input: () => ({
      source: "a source",
      rows: [{ year: 2021, province: "44", chemistry: "lfp", gwh: 3 }],
    }),
  },
  "recycler.load": { action: "record.browse", input: () => ({}) },
  "lot.list": { action: "battery.read", of: "ownOrganizations", input: () => ({}) },
  "lot.plan": { action: "market.read", input: () => ({}) },
  "lot.save": {
    action: "battery.report",
    of: "ownOrganizations",
    input: () => ({ name: "L-9", kind: "battery", province: "42", chemistry: "lfp", tonnes: 12 }),
  },
  "lot.withdraw": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({ publicId: "nobodys-lot" }),
  },
  "residual.load": { action: "battery.read", of: "ownOrganizations", input: () => ({}) },
  "residual.book": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({ laboratory: "nobodys-lab", code: "ZZ1PB01A1B2C3DC5H9999995", week: "2099-01-05" }),
  },
  "residual.answer": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({ publicId: "nobodys-place", state: "withdrawn" }),
  },
  "residual.file": {
    action: "battery.report",
    of: "ownOrganizations",
    input: () => ({
      code: "ZZ1PB01A1B2C3DC5H9999995",
      method: "gbt34015",
      denominator: "rated",
      testedOn: "2026-05-01",
      energyShare: 0.79,
    }),
  },
  "residual.saveSeries": {
    action: "battery.report",
    of: "ownOrganizations",
    input: () => ({ code: "cell-9", rated: 2, amounts: [1.9, 1.89, 1.88, 1.87] }),
  },
  "residual.sell": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "INVALID_INPUT",
    input: () => ({
      code: "ZZ1PB01A1B2C3DC5H9999995",
      buyer: "nobodys-firm",
      chemistry: "lfp",
      energyShare: 0.7,
      price: 200,
      soldOn: "2026-05-01",
    }),
  },
  "residual.answerSale": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({ publicId: "nobodys-sale", state: "confirmed" }),
  },
  "batch.list": { action: "battery.read", input: () => ({}) },
  "batch.load": { action: "battery.read", or: "NOT_FOUND", input: () => ({ publicId: "nobodys-batch" }) },
  // Whoever has no part in the battery hears that there is none.
  "battery.load": {
    action: "battery.read",
    or: "NOT_FOUND",
    input: () => ({ code: "ZZ1PB01A1B2C3DC5H9999997" }),
  },
};
