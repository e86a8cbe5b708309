import { creditRoles, maturityLadder, outputKinds } from "@lilink/model/fund/life";
import { z } from "zod";
import { isoDay, publicIdSchema } from "../page/page.ts";

const ref = z.object({ publicId: publicIdSchema });
const needed = (most: number) => z.string().trim().min(1, "required").max(most, "tooLong");

export const addMilestoneSchema = ref.extend({
  workPackage: needed(80),
  title: needed(160),
  measure: needed(300),
  startsOn: isoDay,
  dueOn: isoDay,
});
export const rebaselineSchema = ref.extend({ dueOn: isoDay, reason: needed(400) });
const days = z.number("notANumber").int("notANumber").min(0, "tooSmall").max(7300, "tooLarge");
/** What a milestone waits for, and how many days it takes if all goes well, as a rule, if all goes wrong. */
export const orderMilestoneSchema = ref.extend({
  after: z.array(publicIdSchema).max(40, "tooLong"),
  points: z.object({ short: days, likely: days, long: days }).nullable(),
});
export const endMilestoneSchema = ref.extend({
  step: z.enum(["tell", "reopen", "confirm", "miss", "drop"]),
  reason: z.string().trim().max(400, "tooLong").default(""),
});

export const addOutputSchema = ref.extend({
  kind: z.enum(outputKinds),
  title: needed(240),
  /** DOI, patent or standard number. */
  identifier: needed(160),
  madeOn: isoDay,
  /** The share that this project is credited with, in percent. */
  share: z.number("notANumber").positive("notPositive").max(100, "tooLarge"),
  /** Who made it, by the roles of CRediT; shares of the credit are 100 together. */
  contributors: z
    .array(
      z.object({
        name: needed(80),
        roles: z.array(z.enum(creditRoles)).min(1, "required"),
        share: z.number("notANumber").positive("notPositive").max(100, "tooLarge"),
      }),
    )
    .max(60, "tooLong"),
});

export const tellMaturitySchema = ref.extend({
  rung: z.enum(maturityLadder),
  trl: z.number("notANumber").int("notANumber").min(1, "tooSmall").max(9, "tooLarge"),
  reachedOn: isoDay,
  evidence: needed(1000),
  reason: z.string().trim().max(1000, "tooLong"),
});
