import { findConcept, linkIds } from "@lilink/model/chain";
import { cooperationForms, maturitySteps, postingKinds } from "@lilink/model/posting";
import { z } from "zod";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { placeSchema } from "../posting/content.ts";
import { plainLine } from "../text/plain-text.ts";

/** By publication from either end, by the end of validity from either end, or by what answers the text best. */
export const searchSorts = ["newest", "oldest", "ending", "lasting", "best"] as const;
export type SearchSort = (typeof searchSorts)[number];

const knownConcept = z.string().refine((id) => findConcept(id) !== null, "unknownConcept");

/** What a list of postings is asked for. Without a text there is no best one, and the newest are first; lists are alternatives. */
export const postingFilterSchema = z.object({
  q: plainLine().max(200, "tooLong").default(""),
  kind: z.array(z.enum(postingKinds)).max(postingKinds.length).default([]),
  link: z.array(z.enum(linkIds)).max(linkIds.length).default([]),
  concept: z.array(knownConcept).max(10).default([]),
  region: z.array(placeSchema).max(34).default([]),
  maturity: z.array(z.enum(maturitySteps)).max(maturitySteps.length).default([]),
  cooperation: z.array(z.enum(cooperationForms)).max(cooperationForms.length).default([]),
  /** Bodies by public id: only what shows their name to the reader. */
  organization: z.array(publicIdSchema).max(5).default([]),
  sort: z.enum(searchSorts).optional(),
  /** Only what states figures that meet all those in the text. */
  meets: z.literal("1").optional(),
});
export type PostingFilter = z.output<typeof postingFilterSchema>;

export const postingSearchSchema = postingFilterSchema.extend(pageInput.shape);
export type PostingSearch = z.output<typeof postingSearchSchema>;

export const postingFacets = [
  "kind",
  "link",
  "concept",
  "region",
  "maturity",
  "cooperation",
  "organization",
] as const;
export type PostingFacet = (typeof postingFacets)[number];
