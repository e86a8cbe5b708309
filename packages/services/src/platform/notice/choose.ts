import { noticeChoiceSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { choosableNoticeKinds, wantsMail } from "@lilink/model/notice";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

const own = { action: "notice.read", resource: () => ({ self: true }) } as const;

/** Kind by kind, whether it comes by e-mail: the person's choice or the default ([NO2]). */
export const listNoticeChoices = defineQuery({
  name: "notice.listChoices",
  input: z.object({}).default({}),
  authorize: own,
  run: async (ctx) => {
    const [self] = await ctx.db
      .select({ choice: person.noticeChoice, email: person.email })
      .from(person)
      .where(eq(person.id, personOf(ctx.actor) ?? ""));
    if (!self) throw new LilinkError("NOT_FOUND");
    return {
      email: self.email,
      choices: choosableNoticeKinds.map((kind) => ({ kind, mail: wantsMail(kind, self.choice) })),
    };
  },
});

/** Changes the choice for the kinds given. Two tabs that change different kinds both stand. */
export const chooseNotices = defineMutation({
  name: "notice.choose",
  input: noticeChoiceSchema,
  authorize: own,
  run: async (ctx, input) => {
    const id = personOf(ctx.actor) ?? "";
    await ctx.db
      .update(person)
      .set({ noticeChoice: sql`${person.noticeChoice} || ${JSON.stringify(input.choice)}::jsonb` })
      .where(eq(person.id, id));
    return { id };
  },
  audit: (input, output) => ({ subjectKind: "person", subjectId: output.id, detail: { ...input.choice } }),
});
