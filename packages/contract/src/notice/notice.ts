import { choosableNoticeKinds, type NoticeKind } from "@lilink/model/notice";
import { z } from "zod";
import { pageInput } from "../page/page.ts";

export const listNoticesSchema = pageInput.extend({
  unread: z.boolean().default(false),
});
/** A page that the person looks at, as an address without its language. */
export const noticePlaceSchema = z.object({
  path: z
    .string()
    .regex(/^\/[ -~]*$/, "badFormat")
    .max(400, "tooLong"),
});
export const noticeRefSchema = z.object({ id: z.uuid() });

const choosable: ReadonlySet<string> = new Set(choosableNoticeKinds);

/** Which kinds come by e-mail; what is left out stays as it was. */
export const noticeChoiceSchema = z.object({
  choice: z.record(
    z.string().refine((kind): kind is NoticeKind => choosable.has(kind), "notInList"),
    z.boolean(),
  ),
});
