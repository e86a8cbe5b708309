import { reportEventSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { isOfficer, personOf } from "@lilink/model/policy";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { type ReportedEvent, tellEvents } from "./tell-events.ts";
import { findBodies, toEvent } from "./to-event.ts";

/**
 * Says what happened to a battery. What contradicts its code or could not have happened is refused; the rest is kept with its
 * verdict. The same said twice is one event. [TR12] [TR13]
 */
export const reportEvent = defineMutation({
  name: "battery.report",
  input: reportEventSchema,
  rest: {
    tag: "registers",
    method: "POST",
    path: "/batteries/{code}/events",
    output: shape.batteryReport,
  },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { to, province, corrects, ...said }): Promise<ReportedEvent> => {
    await actInTrace(ctx);
    const by = requireOwn(ctx);
    const body = to ? (await findBodies(ctx, by, [to])).get(to) : undefined;
    if (to && body === undefined) throw toInputError([{ field: "to", rule: "notInList" }]);
    const event = toEvent(said, { by, to: body, today: toShanghaiDate(ctx.now) });
    if ("rule" in event) throw toInputError([event]);
    const teller = { body: by, isOfficer: isOfficer(ctx.actor), person: personOf(ctx.actor) };
    const [told] = await tellEvents(ctx, teller, [
      { event, province: province ?? null, corrects: corrects ?? null },
    ]);
    if (!told) throw new LilinkError("INTERNAL");
    if (told.verdict === "impossible") throw toInputError([{ field: "verb", rule: "impossible" }]);
    return told;
  },
  audit: ({ verb, code }, { isKnown, verdict }) =>
    isKnown ? null : { subjectKind: "battery", subjectId: null, detail: { verb, code, verdict } },
});
