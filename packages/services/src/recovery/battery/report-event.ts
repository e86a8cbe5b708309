import { reportEventSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { isOfficer } from "@lilink/model/policy";
import type { CustodyEvent } from "@lilink/model/trace";
import { explainCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { type ReportedEvent, tellEvents } from "./tell-events.ts";

/**
 * Says what happened to a battery. What contradicts its code or could not have happened is refused; the rest is kept with its
 * verdict. The same said twice is one event. [TR12] [TR13]
 */
export const reportEvent = defineMutation({
  name: "battery.report",
  input: reportEventSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { to, province, corrects, ...said }): Promise<ReportedEvent> => {
    await actInTrace(ctx);
    const own = requireOwn(ctx);
    const event = toEvent(ctx, said, own, to ? await findBody(ctx, to) : undefined);
    const [told] = await tellEvents(ctx, { body: own, isOfficer: isOfficer(ctx.actor) }, [
      { event, province: province ?? null, corrects: corrects ?? null },
    ]);
    if (!told) throw new LilinkError("INTERNAL");
    if (told.verdict === "impossible") throw toInputError([{ field: "verb", rule: "impossible" }]);
    return told;
  },
  audit: ({ verb, code }, { isKnown, verdict }) =>
    isKnown ? null : { subjectKind: "battery", subjectId: null, detail: { verb, code, verdict } },
});

type Typed = Omit<z.output<typeof reportEventSchema>, "to" | "province" | "corrects">;

function toEvent(ctx: Context, said: Typed, by: string, to: string | undefined): CustodyEvent {
  const today = toShanghaiDate(ctx.now);
  if (said.at > today) throw toInputError([{ field: "at", rule: "dateTooFar", params: { max: today } }]);
  const codeOf = (typed: string, field: string) => {
    const { verdict, code, aliasOf } = explainCode(typed);
    if (verdict === "reject") throw toInputError([{ field, rule: "badFormat" }]);
    return aliasOf ?? code;
  };
  // JSON leaves out what is undefined, so that an absent field and an empty one are one event.
  const given = JSON.parse(JSON.stringify(said)) as Omit<CustodyEvent, "by">;
  return {
    ...given,
    code: codeOf(said.code, "code"),
    by,
    ...(to !== undefined && { to }),
    ...(said.origins && { origins: said.origins.map((code) => codeOf(code, "origins")) }),
    ...(said.children && { children: said.children.map((code) => codeOf(code, "children")) }),
  };
}

async function findBody(ctx: Context, publicId: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from organization where public_id = ${publicId} and id <> ${requireOwn(ctx)}::uuid`,
  );
  if (!rows[0]) throw toInputError([{ field: "to", rule: "notInList" }]);
  return rows[0].id;
}
