import { networkLanes } from "@lilink/model/network";
import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";

export const networkConsentSchema = z.object({ named: z.boolean() });

/** The event, and the link whose firms are invited. [NW6] */
export const inviteUnmetSchema = z.object({
  publicId: publicIdSchema,
  lane: z.enum(networkLanes).exclude(["beside"]),
});
