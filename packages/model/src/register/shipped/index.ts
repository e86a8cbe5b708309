import type { Reading, RegisterName, Values } from "../index.ts";
import constraints from "./constraints.json" with { type: "json" };
import deposits from "./deposits.json" with { type: "json" };
import gapRecords from "./gap-records.json" with { type: "json" };
import patents from "./patents.json" with { type: "json" };
import policies from "./policies.json" with { type: "json" };
import policyEvents from "./policy-events.json" with { type: "json" };
import roadmapItems from "./roadmap-items.json" with { type: "json" };
import standards from "./standards.json" with { type: "json" };
import watchItems from "./watch-items.json" with { type: "json" };

/** A record that comes with the product, with where each value was read. */
export type ShippedRecord = {
  readonly values: Values;
  /** What of its name an older version of the product wrote otherwise: a record by that name is this one. */
  readonly formerly?: Values;
  readonly sources: readonly {
    readonly title: string;
    readonly url?: string;
    readonly date?: string;
    readonly licence?: string;
  }[];
  readonly readings: Readonly<Record<string, { readonly reading: Reading; readonly source: number | null }>>;
};

/**
 * The records that come with the product. Deposits: Busch et al., Data S2 (MIT, see NOTICE), and the policy paper;
 * standards and watch items: facts read on the pages that each names.
 */
export const shippedRecords: Readonly<Record<RegisterName, readonly ShippedRecord[]>> = {
  deposit: deposits as unknown as readonly ShippedRecord[],
  standard: standards as unknown as readonly ShippedRecord[],
  watchItem: watchItems as unknown as readonly ShippedRecord[],
  conformityClaim: [],
  laboratory: [],
  publicPolicy: policies as unknown as readonly ShippedRecord[],
  policyEvent: policyEvents as unknown as readonly ShippedRecord[],
  policyComment: [],
  patent: patents as unknown as readonly ShippedRecord[],
  keyPlatform: [],
  chainConstraint: constraints as unknown as readonly ShippedRecord[],
  gapRecord: gapRecords as unknown as readonly ShippedRecord[],
  roadmapItem: roadmapItems as unknown as readonly ShippedRecord[],
  seat: [],
  mandate: [],
  overseasProject: [],
  protectedArea: [],
  miningRight: [],
  importPlan: [],
  filingPlan: [],
  plant: [],
  exchangeEvent: [],
  weakLink: [],
  achievement: [],
  oreReserve: [],
  fundCall: [],
  incentiveProgramme: [],
  laboratoryChange: [],
  standardProposal: [],
  programme: [],
  skillDemand: [],
};
