import type { Sample } from "../expected.ts";
import { worldAdvised, worldEngagement, worldPair, worldProposal } from "../world-engagements.ts";

const reason = "Nobody here knows the market.";
const engagement = { publicId: worldEngagement };

/** Samples of the procedures between a client and its adviser, and of the network. */
export const engagementSamples: Readonly<Record<string, Sample>> = {
  "network.load": { action: "network.browse", input: () => ({}) },
  "network.name": { action: "network.name", of: "ownOrganizations", input: () => ({ named: true }) },
  "network.invite": {
    action: "event.keep",
    impartial: true,
    or: "WRONG_STATE",
    input: ({ records }) => ({ publicId: records.exchangeEvent?.publicId, lane: "smelting" }),
  },
  "engagement.list": { action: "engagement.read", of: "ownOrganizations", input: () => ({}) },
  "engagement.clients": { action: "engagement.read", of: "ownOrganizations", input: () => ({}) },
  "engagement.name": {
    action: "engagement.manage",
    of: "ownOrganizations",
    // The own body cannot be named, nor one of the own link.
    or: "INVALID_INPUT",
    input: ({ partner }) => ({
      organization: partner.publicId,
      email: "adviser@test.example",
      scopes: ["draft"],
      fromOn: "2026-10-12",
      untilOn: "2026-12-31",
      reason,
    }),
  },
  "engagement.answer": {
    action: "engagement.advise",
    of: "advisers",
    input: () => ({ publicId: worldProposal, accept: true }),
  },
  "engagement.end": { action: "engagement.end", of: "engaged", input: () => engagement },
  "engagement.load": { action: "engagement.advise", of: "advisers", input: () => engagement },
  "engagement.draft": {
    action: "engagement.advise",
    of: "advisers",
    input: () => ({ ...engagement, kind: "need" }),
  },
  "engagement.handOver": {
    action: "engagement.advise",
    of: "advisers",
    input: () => ({ publicId: worldAdvised }),
  },
  "engagement.pair": {
    action: "engagement.advise",
    of: "advisers",
    input: ({ live, project }) => ({ ...engagement, own: live.publicId, other: project.publicId, reason }),
  },
  "engagement.pairs": {
    action: "match.read",
    of: "firms",
    input: ({ live }) => ({ publicId: live.publicId }),
  },
  "engagement.decidePair": {
    action: "engagement.decide",
    of: "firms",
    input: () => ({ publicId: worldPair, take: true }),
  },
  "engagement.letIn": {
    action: "engagement.letIn",
    of: "firms",
    // It takes part already.
    or: "WRONG_STATE",
    input: ({ open }) => ({ publicId: open.publicId, engagement: worldEngagement }),
  },
  "engagement.letOut": {
    action: "engagement.letIn",
    of: "firms",
    input: ({ open }) => ({ publicId: open.publicId, engagement: worldEngagement }),
  },
  "engagement.thread": {
    action: "engagement.advise",
    of: "advisers",
    input: ({ open }) => ({ publicId: open.publicId }),
  },
  "engagement.write": {
    action: "engagement.advise",
    of: "advisers",
    input: ({ open }) => ({ publicId: open.publicId, body: "For our client." }),
  },
};
