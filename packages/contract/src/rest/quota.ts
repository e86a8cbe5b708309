import { z } from "zod";
import { moment } from "./basic.ts";

/** What is used of a quota and when it is whole again; `seconds` is the span to which it belongs, null where it counts what is open at once. */
const quota = z
  .object({
    name: z.string(),
    of: z.enum(["organization", "person"]),
    used: z.number(),
    most: z.number(),
    noticed: z.number().optional(),
    seconds: z.number().nullable(),
    renewsAt: moment.nullable(),
  })
  .meta({ id: "Quota" });

export const quotas = z.object({ now: moment, quotas: z.array(quota) });
