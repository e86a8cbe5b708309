import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";
import { plainLine } from "../text/plain-text.ts";

export const digestChoices = ["none", "daily", "weekly"] as const;
export type DigestChoice = (typeof digestChoices)[number];

/** How many searches a person may keep. */
export const maxSavedSearches = 50;

export const postingPage = "/postings";
/** A goal that is followed is kept as this page with `goal=<id>`. */
export const goalPage = "/goals";
/** A page whose address may be kept: the postings, a goal, or the list of a register. */
const savedPage = z
  .string()
  .regex(/^\/[a-z-]{1,60}$/, "notInList")
  .default(postingPage);

export const savedSearchName = plainLine().min(1, "required").max(80, "tooLong");
export const saveSearchSchema = z.object({
  name: savedSearchName,
  page: savedPage,
  query: z.string().max(1000, "tooLong"),
  digest: z.enum(digestChoices).default("none"),
});
export const listSavedSchema = z.object({ page: savedPage });
export const savedSearchRef = z.object({ publicId: publicIdSchema });
export const changeSavedSearchSchema = savedSearchRef.extend({
  name: savedSearchName.optional(),
  digest: z.enum(digestChoices).optional(),
});

/** The address under which a concept, a body or a goal is followed. [SE19] */
export function followed(kind: "concept" | "organization" | "goal", id: string) {
  return kind === "goal"
    ? ({ page: goalPage, query: `goal=${id}` } as const)
    : ({ page: postingPage, query: `${kind}=${encodeURIComponent(id)}` } as const);
}

/** The concept that an address follows and nothing else, as `followed` makes it; null for any other search. */
export function followedConcept(query: string): string | null {
  const params = [...new URLSearchParams(query)];
  return params.length === 1 && params[0]?.[0] === "concept" ? (params[0][1] ?? null) : null;
}
