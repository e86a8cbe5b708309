import { bodyFacts, contestable, contestStates } from "@lilink/model/organization";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";
import { provinceSchema } from "./organization.ts";

const why = () => plainText().min(10, tooShort).max(1000, "tooLong");

/** Two records, and which of them stays. */
export const bodyMergeSchema = z
  .object({ from: publicIdSchema, into: publicIdSchema, reason: why() })
  .refine(({ from, into }) => from !== into, { path: ["into"], error: "impossible" });
export const bodyApartSchema = z
  .object({ first: publicIdSchema, second: publicIdSchema, reason: why() })
  .refine(({ first, second }) => first !== second, { path: ["second"], error: "impossible" });
/** Two records that an officer wants side by side, whether or not they read alike. */
export const bodyPairsSchema = z
  .object({ first: publicIdSchema.optional(), second: publicIdSchema.optional() })
  .default({});
/** A request for the consent of two bodies that act. */
export const mergeRequestRefSchema = z.object({ publicId: publicIdSchema });
export const mergeRequestsSchema = z.object({ organization: publicIdSchema.optional() }).default({});
export const mergeUndoSchema = z.object({ publicId: publicIdSchema, reason: why() });

/** What a value must look like, by the fact that it is of. */
function checkValue(fact: string, value: string | null): string | null {
  if (value === null || value === "") return fact === "nameZh" || fact === "country" ? "required" : null;
  if (fact === "country") return /^[A-Z]{2}$/.test(value) ? null : "badFormat";
  if (fact === "province") return provinceSchema.safeParse(value).success ? null : "notInList";
  if (fact === "website")
    return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? null : "badFormat";
  if (fact === "nameZh") return value.length < 2 ? "tooShort" : value.length > 120 ? "tooLong" : null;
  return null;
}

/** An officer's check of a fact in a register, with where it was looked up. */
export const factCheckSchema = z
  .object({
    publicId: publicIdSchema,
    fact: z.enum(bodyFacts),
    value: plainLine().max(400, "tooLong").nullable().default(null),
    evidence: why(),
  })
  .superRefine(({ fact, value }, report) => {
    const rule = checkValue(fact, value);
    if (rule)
      report.addIssue({ code: "custom", path: ["value"], message: rule, params: { min: 2, max: 120 } });
  });

/** A page of the exchange; what leads to another host is none. */
const pathOfOurs = /^\/[a-z0-9][\w\-/?=&#.%]*$/i;

/** What a body says is wrong about it: the fact, or the page on which it stands, and what it should read. */
export const factContestSchema = z
  .object({
    fact: z.enum(contestable),
    wanted: plainLine().min(1, "required").max(400, "tooLong"),
    place: plainLine().max(200, "tooLong").nullable().default(null),
    reason: plainText().min(10, tooShort).max(2000, "tooLong"),
  })
  .superRefine(({ fact, wanted, place }, report) => {
    const rule = checkValue(fact, wanted);
    if (rule)
      report.addIssue({ code: "custom", path: ["wanted"], message: rule, params: { min: 2, max: 120 } });
    if (fact === "elsewhere" && !pathOfOurs.test(place ?? ""))
      report.addIssue({ code: "custom", path: ["place"], message: place ? "badFormat" : "required" });
  });
export const contestWithdrawSchema = z.object({ publicId: publicIdSchema });
export const contestAnswerSchema = z.object({
  publicId: publicIdSchema,
  uphold: z.boolean(),
  evidence: why(),
});
export const contestListSchema = pageInput.extend({
  state: z.enum([...contestStates, "ended"]).default("open"),
});
