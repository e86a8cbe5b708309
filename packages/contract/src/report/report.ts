import { reportFindings, reportReasons, reportSubjects } from "@lilink/model/report";
import { z } from "zod";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { plainText } from "../text/plain-text.ts";

export const fileReportSchema = z.object({
  subject: z.enum(reportSubjects),
  publicId: publicIdSchema,
  reason: z.enum(reportReasons),
  words: plainText().min(10, "tooShort").max(1000, "tooLong"),
});

export const decideReportSchema = z.object({
  publicId: publicIdSchema,
  finding: z.enum(reportFindings),
  note: plainText().min(10, "tooShort").max(1000, "tooLong"),
});

export const listReportsSchema = pageInput.extend({ state: z.enum(["open", "decided"]).default("open") });
