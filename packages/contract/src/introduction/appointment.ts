import { appointmentMinutes, appointmentOutcomes, isZone, markedDays } from "@lilink/model/appointment";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const quarter = z.number().int().min(0, "tooSmall").max(8_000_000, "tooLarge");
const instant = z.iso.datetime({ error: "notADate" });
const reason = plainText().min(3, tooShort).max(500, "tooLong");

export const appointmentsOfSchema = z.object({ introduction: publicIdSchema });
export const appointmentRefSchema = z.object({ publicId: publicIdSchema });

/** When a side can talk: spans of quarters of an hour since 1970, as a clock of `zone` showed them. An empty list takes all back. */
export const markTimesSchema = appointmentsOfSchema.extend({
  zone: z.string().max(60, "tooLong").refine(isZone, "notInList"),
  free: z
    .array(z.object({ from: quarter, to: quarter }).refine(({ from, to }) => to > from, "rangeReversed"))
    .max(markedDays * 24, "tooLarge"),
});

const named = {
  startsAt: instant,
  minutes: z.number().int().min(appointmentMinutes.min, "tooSmall").max(appointmentMinutes.max, "tooLarge"),
  place: plainLine().max(300, "tooLong").default(""),
};

export const proposeAppointmentSchema = appointmentsOfSchema.extend(named);
/** Another time; a call that both agreed to is moved with a reason. */
export const moveAppointmentSchema = appointmentRefSchema.extend({
  ...named,
  reason: plainText().max(500, "tooLong").default(""),
});
export const cancelAppointmentSchema = appointmentRefSchema.extend({ reason });

export const tellAppointmentSchema = appointmentRefSchema.extend({
  outcome: z.enum(appointmentOutcomes, "notChosen"),
  reason: plainText().max(500, "tooLong").default(""),
});
