import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { plainText } from "../text/plain-text.ts";

/** What the secretary decides on a version of the engine: it ranks from now on, or what is in use stays. */
export const engineDecisions = ["adopt", "keep"] as const;

export const engineDecisionSchema = z.object({
  version: z.string().max(60, "tooLong"),
  decision: z.enum(engineDecisions),
  reason: plainText().min(10, tooShort).max(1000, "tooLong"),
});
