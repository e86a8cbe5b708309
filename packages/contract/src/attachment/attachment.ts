import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";

/** Largest file in bytes, and most files of one posting, thread or claim. */
export const maxFileBytes = 10 * 1024 * 1024;
export const maxFiles = 20;
/** Most files of one introduction, those of its tickets among them. */
export const maxTicketFiles = 100;

/** What a file may be, told by its bytes and never by its name. */
export const fileTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv",
  txt: "text/plain",
} as const;
export type FileExtension = keyof typeof fileTypes;

/** Largest picture that a body shows beside its name, in bytes. */
export const maxLogoBytes = 300_000;

/** To what a file belongs; a logo to the organization itself. */
export const fileHomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("posting"), publicId: publicIdSchema }),
  z.object({ kind: z.literal("introduction"), publicId: publicIdSchema }),
  z.object({ kind: z.literal("ticket"), publicId: publicIdSchema }),
  z.object({ kind: z.literal("claim"), publicId: publicIdSchema }),
  z.object({ kind: z.literal("logo"), publicId: publicIdSchema }),
]);
export type FileHome = z.infer<typeof fileHomeSchema>;

export const uploadSchema = z.object({
  home: fileHomeSchema,
  name: z.string().max(400, "tooLong"),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "required"),
});

export const fileRefSchema = z.object({ publicId: publicIdSchema });
