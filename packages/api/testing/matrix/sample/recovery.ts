import type { Sample } from "../expected.ts";

/** Samples of the procedures on batteries, batches, tests, lots and rates. */
export const recoverySamples: Readonly<Record<string, Sample>> = {
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
  "battery.correct": {
    action: "battery.report",
    of: "ownOrganizations",
    or: "NOT_FOUND",
    input: () => ({
      code: "ZZ1PB01A1B2C3DC5H9999998",
      corrects: "0".repeat(64),
      reason: "did_not_occur",
    }),
  },
  "battery.corrections": { action: "battery.read", input: () => ({}) },
  "rule.list": { action: "battery.oversee", input: () => ({}) },
  "rule.confirm": {
    action: "rule.keep",
    impartial: true,
    input: () => ({
      ruleSet: "traceability-2026",
      from: "2026-04-01",
      deadlines: { recycle: 20, other: 30 },
      source: "The official gazette",
    }),
  },
  "licence.list": { action: "battery.oversee", input: () => ({}) },
  "licence.grant": {
    action: "rule.keep",
    impartial: true,
    input: ({ firm }) => ({ organization: firm.publicId, kind: "collect", from: "2026-01-01" }),
  },
  "licence.end": {
    action: "rule.keep",
    impartial: true,
    or: "NOT_FOUND",
    input: ({ firm }) => ({
      organization: firm.publicId,
      kind: "recycle",
      from: "2026-01-01",
      to: "2026-02-01",
    }),
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
