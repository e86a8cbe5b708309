import { linkIds } from "@lilink/model/chain";
import {
  budgetClasses,
  comparators,
  cooperationForms,
  disclosureLevels,
  ipStatuses,
  maturitySteps,
  postingKinds,
  postingStates,
  useFrameworks,
  usePurposes,
} from "@lilink/model/posting";
import { z } from "zod";
import { moment } from "./basic.ts";

export const figure = z
  .object({
    attribute: z.string(),
    op: z.enum(comparators),
    value: z.string(),
    high: z.string().optional(),
    unit: z.string(),
    hard: z.boolean(),
    condition: z.string().optional(),
  })
  .meta({ id: "Figure" });

export const volume = z
  .object({
    amount: z.string(),
    unit: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
    schedule: z.array(z.object({ period: z.string(), amount: z.string() })).optional(),
  })
  .meta({ id: "Volume" });

export const identity = z
  .object({ publicId: z.string(), name: z.string(), nameEn: z.string().optional() })
  .meta({ id: "PostingIdentity" });

const file = z
  .object({ publicId: z.string(), name: z.string(), size: z.number(), type: z.string() })
  .meta({ id: "PostingFile" });

/** What this reader received; a field that it may not read is absent, and nothing tells which. */
export const postingFields = z
  .object({
    title: z.string().optional(),
    summary: z.string().optional(),
    description: z.string().optional(),
    concepts: z.array(z.string()).optional(),
    figures: z.array(figure).optional(),
    volume: volume.optional(),
    price: z.string().optional(),
    customers: z.string().optional(),
    region: z.string().optional(),
    trl: z.number().optional(),
    maturity: z.enum(maturitySteps).optional(),
    ipStatus: z.enum(ipStatuses).optional(),
    cooperation: z.array(z.enum(cooperationForms)).optional(),
    budget: z.enum(budgetClasses).optional(),
    comparison: z.string().optional(),
    evidence: z.string().optional(),
    internalNote: z.string().optional(),
    leftInText: z.array(z.string()).optional(),
    identity: identity.optional(),
    attachments: z.array(file).optional(),
  })
  .meta({ id: "PostingFields" });

const head = {
  publicId: z.string(),
  kind: z.enum(postingKinds),
  concept: z.string(),
  language: z.string(),
  publishedAt: moment.nullable(),
  validUntil: moment.nullable(),
};

export const postingItem = z
  .object({
    ...head,
    link: z.enum(linkIds),
    fields: postingFields.pick({
      title: true,
      summary: true,
      volume: true,
      region: true,
      maturity: true,
      trl: true,
      cooperation: true,
      ipStatus: true,
      identity: true,
    }),
    keyFigures: z.array(figure),
  })
  .meta({ id: "PostingItem" });

export const postingReading = z
  .object({
    ...head,
    link: z.string(),
    version: z.int(),
    state: z.enum(["review", "returned", "live", "past", "ended"]),
    fields: postingFields,
    levels: z.array(z.enum(disclosureLevels)),
  })
  .meta({ id: "PostingReading" });

/** For what the other parts may be used; they open once the own organization accepted this version. */
export const postingUse = z
  .object({
    version: z.int(),
    purposes: z.array(z.enum(usePurposes)),
    framework: z.enum(useFrameworks),
    until: z.string().nullable(),
    words: z.string(),
    setAt: moment,
    acceptedAt: moment.nullable(),
    /** Whether the last day has passed: nobody accepts any more, and what was accepted is closed. */
    isOver: z.boolean(),
  })
  .meta({ id: "PostingUse" });

export const useAcceptance = z
  .object({
    organization: z.object({ publicId: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }),
    version: z.int(),
    acceptedAt: moment,
    agreement: z.string().nullable(),
  })
  .meta({ id: "UseAcceptance" });

const returned = z.object({
  version: z.int(),
  failedCriteria: z.array(z.string()),
  reason: z.string().nullable(),
  reviewedAt: moment,
});

export const posting = z
  .object({
    publicId: z.string(),
    kind: z.enum(postingKinds),
    state: z.enum(postingStates),
    endedAt: moment.nullable(),
    reading: postingReading.nullable(),
    use: postingUse.nullable(),
    own: z
      .object({
        state: z.enum(postingStates),
        version: z.int(),
        liveVersion: z.int().nullable(),
        live: z.boolean(),
        validUntil: moment.nullable(),
        validDays: z.int(),
        submittedAt: moment.nullable(),
        title: z.string(),
        returned: returned.nullable(),
        /** Who sees each field, and each figure as `figures.<attribute>`, of the version that is read. */
        levels: z.record(z.string(), z.enum(disclosureLevels)),
      })
      .nullable(),
  })
  .meta({ id: "Posting" });

export const ownPosting = z
  .object({
    publicId: z.string(),
    kind: z.enum(postingKinds),
    state: z.enum(postingStates),
    title: z.string(),
    concept: z.string().nullable(),
    version: z.int(),
    liveVersion: z.int().nullable(),
    live: z.boolean(),
    validUntil: moment.nullable(),
    submittedAt: moment.nullable(),
    updatedAt: moment,
    draftAt: moment.nullable(),
    path: z.object({
      matches: z.int(),
      introductions: z.int(),
      accepted: z.int(),
      outcomes: z.int(),
    }),
  })
  .meta({ id: "OwnPosting" });

export const facetCounts = z
  .object({
    total: z.int(),
    kind: z.record(z.string(), z.int()),
    link: z.record(z.string(), z.int()),
    concept: z.array(z.object({ id: z.string(), count: z.int() })),
  })
  .meta({ id: "PostingFacets" });
