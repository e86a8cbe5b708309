import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { plainText } from "../text/plain-text.ts";

/** From which share of returns a figure is judged without care, in whole tens of a percent as coverage is, and why. */
export const goalFloorSchema = z.object({
  percent: z.number().int("notANumber").min(0, "tooSmall").max(100, "tooLarge").multipleOf(10, "notANumber"),
  reason: plainText().min(10, tooShort).max(1000, "tooLong"),
});
