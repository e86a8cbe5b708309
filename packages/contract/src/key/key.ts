import { apiScopes } from "@lilink/model/policy";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { isoDay, publicIdSchema } from "../page/page.ts";
import { plainLine } from "../text/plain-text.ts";

export const keyCreateSchema = z.object({
  name: plainLine().min(2, tooShort).max(80, "tooLong"),
  scopes: z.array(z.enum(apiScopes)).min(1, "notChosen"),
  /** The last day on which the key works, in China's calendar. */
  expiresOn: isoDay.nullable().default(null),
});
export const keyRefSchema = z.object({ publicId: publicIdSchema });
