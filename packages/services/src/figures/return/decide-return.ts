import { queryReturnSchema, verifyReturnSchema } from "@lilink/contract";
import type { NoticeKind } from "@lilink/model/notice";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { decidable, loadForm, movedOn } from "./find-form.ts";

/** A checker asks back, line by line: the return goes to its maker as the next version, with what is asked in its history. */
export const queryReturn = defineMutation({
  name: "return.query",
  input: queryReturnSchema,
  authorize: { action: "return.decide", resource: decidable },
  run: (ctx, input) => decide(ctx, input, JSON.stringify(input.items)),
  audit: (input, output) => ({
    subjectKind: "return_form",
    subjectId: output.id,
    detail: { version: input.version, items: input.items.length },
  }),
});

/** A checker verifies what was handed in; it counts from the next release on. */
export const verifyReturn = defineMutation({
  name: "return.verify",
  input: verifyReturnSchema,
  authorize: { action: "return.decide", resource: decidable },
  run: (ctx, input) => decide(ctx, input, null),
  audit: (input, output) => ({
    subjectKind: "return_form",
    subjectId: output.id,
    detail: { version: input.version },
  }),
});

type Decision = { readonly publicId: string; readonly version: number };

/** The database decides and writes the event; of several checkers one wins, the others hear that the state has moved on. */
async function decide(ctx: Context, { publicId, version }: Decision, asked: string | null) {
  const { form, round } = await loadForm(ctx, publicId);
  const { rows } = await ctx.db.execute<{ done: boolean }>(
    sql`select app.decide_return(${form.id}::uuid, ${version}::int, ${asked === null}, ${asked}, ${ctx.newId()}::uuid, ${ctx.now.toISOString()}::timestamptz) as done`,
  );
  if (rows[0]?.done !== true) throw movedOn(form);
  const kind: NoticeKind = asked === null ? "return.verified" : "return.queried";
  await ctx.enqueue("notice.deliver", {
    kind,
    causeKey: `${form.id}/${version}`,
    path: `/returns/${form.publicId}`,
    params: { title: round.period },
    organizationId: form.organizationId,
  });
  return { id: form.id };
}
