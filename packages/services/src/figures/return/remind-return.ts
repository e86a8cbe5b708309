import { returnRefSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { defineMutation } from "../../kernel/define.ts";
import { decidable, loadForm } from "./find-form.ts";

/** A checker reminds who has not handed in a return that is due: once a day for all sheets of a round. [RT4] */
export const remindReturn = defineMutation({
  name: "return.remind",
  input: returnRefSchema,
  authorize: { action: "return.decide", resource: decidable },
  run: async (ctx, { publicId }) => {
    const { form, round } = await loadForm(ctx, publicId);
    if (form.submittedAt !== null || round.dueAt >= ctx.now)
      throw new LilinkError("WRONG_STATE", { state: form.state });
    await ctx.enqueue("notice.deliver", {
      kind: "duty.overdue",
      causeKey: `${form.organizationId}:${round.period}:again:${toShanghaiDate(ctx.now)}`,
      path: "/returns",
      params: {
        subject: "return_form",
        zh: `${round.period} 填报`,
        en: `${round.period} return`,
        day: toShanghaiDate(round.dueAt),
      },
      organizationId: form.organizationId,
    });
    return { id: form.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "return_form", subjectId: id }),
});
