import { correctEventSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { isOfficer, personOf } from "@lilink/model/policy";
import { explainCode, filedCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import type { Said } from "./said.ts";
import { tellEvents } from "./tell-events.ts";
import { findBodies, toEvent } from "./to-event.ts";

/**
 * Says that an event did not occur, or that what was said of it is wrong and what happened instead: both or neither. What was said first
 * stays readable. [TR16]
 */
export const correctEvent = defineMutation({
  name: "battery.correct",
  input: correctEventSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { code: typed, corrects, reason, proof, instead }) => {
    await actInTrace(ctx);
    const by = requireOwn(ctx);
    const code = filedCode(explainCode(typed));
    if (reason === "incorrect_data" && !instead) throw toInputError([{ field: "instead", rule: "required" }]);
    // Who may not read the event may not correct it: to them there is none.
    const { rows } = await ctx.trace.execute<{ on: string; province: string | null }>(
      sql`select occurred_on::text as "on", province from trace.custody_event
        where code = ${code} and storage_hash = decode(${corrects}, 'hex') and verb <> 'correct'`,
    );
    const [wrong] = rows;
    if (!wrong) throw new LilinkError("NOT_FOUND");
    const said: Said[] = [
      {
        event: { verb: "correct", code, at: wrong.on, by, reason, ...(proof && { proof }) },
        province: wrong.province,
        corrects,
      },
    ];
    if (instead && reason === "incorrect_data") {
      const { to, province, ...rest } = instead;
      const body = to ? (await findBodies(ctx, by, [to])).get(to) : undefined;
      if (to && body === undefined) throw toInputError([{ field: "instead.to", rule: "notInList" }]);
      const event = toEvent(rest, { by, to: body, today: toShanghaiDate(ctx.now) });
      if ("rule" in event) throw toInputError([{ ...event, field: `instead.${event.field}` }]);
      said.push({ event, province: province ?? wrong.province, corrects: null });
    }
    const teller = { body: by, isOfficer: isOfficer(ctx.actor), person: personOf(ctx.actor) };
    const told = await tellEvents(ctx, teller, said);
    if (told.some(({ verdict }) => verdict === "impossible"))
      throw toInputError([
        told[0]?.verdict === "impossible"
          ? { field: "corrects", rule: "impossible" }
          : { field: "instead.verb", rule: "impossible" },
      ]);
    return { verdict: told.at(-1)?.verdict ?? "ok", isKnown: told.every(({ isKnown }) => isKnown) };
  },
  audit: ({ code, corrects, reason }, { isKnown }) =>
    isKnown ? null : { subjectKind: "battery", subjectId: null, detail: { code, corrects, reason } },
});
