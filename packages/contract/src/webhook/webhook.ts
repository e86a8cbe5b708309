import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";

/** Whether the host may be called is for the services to say: they ask the name service. */
export const webhookCreateSchema = z.object({
  url: z
    .string()
    .trim()
    .min(1, "required")
    .max(500, "tooLong")
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), "badFormat"),
});
export const webhookRefSchema = z.object({ publicId: publicIdSchema });
export const webhookPauseSchema = webhookRefSchema.extend({ paused: z.boolean() });
export const webhookReplaySchema = z.object({ id: z.uuid() });
