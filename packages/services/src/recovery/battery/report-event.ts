import { createHash } from "node:crypto";
import { reportEventSchema } from "@lilink/contract";
import { canonicalText } from "@lilink/engine/fold";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { isOfficer, personOf } from "@lilink/model/policy";
import { type CustodyEvent, gravest, judgeEvents, legsOf, type Verdict } from "@lilink/model/trace";
import { explainCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { keepStates } from "./keep-states.ts";
import { readLives, readWorld } from "./read-lives.ts";

export type ReportedEvent = {
  readonly hash: string;
  readonly verdict: Verdict;
  /** Said before in the same words: nothing changed. */
  readonly isKnown: boolean;
};

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
    const hash = hashOf(event, corrects ?? null);
    const codes = [...new Set(legsOf(event).map(([code]) => code))];
    const told = await readLives(ctx, codes);
    if (told.some((one) => one.hash === hash)) return { hash, verdict: "duplicate", isKnown: true };
    const place = corrects === undefined ? undefined : told.findIndex((one) => one.hash === corrects);
    if (place === -1) throw new LilinkError("NOT_FOUND");
    const world = await readWorld(
      ctx,
      codes,
      event.to ? [own, event.to] : [own],
      (body) => body === own && isOfficer(ctx.actor),
    );
    const events = [
      ...told.map((one) => one.event),
      place === undefined ? event : { ...event, corrects: place },
    ];
    const judged = judgeEvents(events, world);
    const verdict = gravest(judged.flags.at(-1) ?? []);
    if (verdict === "impossible") throw toInputError([{ field: "verb", rule: "impossible" }]);
    await insertEvent(ctx, event, hash, province ?? null, corrects ?? null);
    await keepStates(ctx, judged, events);
    return { hash, verdict, isKnown: false };
  },
  audit: ({ verb, code }, { isKnown, verdict }) =>
    isKnown ? null : { subjectKind: "battery", subjectId: null, detail: { verb, code, verdict } },
});

type Said = Omit<z.output<typeof reportEventSchema>, "to" | "province" | "corrects">;

function toEvent(ctx: Context, said: Said, by: string, to: string | undefined): CustodyEvent {
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

const hashOf = (event: CustodyEvent, corrects: string | null) =>
  createHash("sha256")
    .update(canonicalText({ ...event, corrects }))
    .digest("hex");

async function findBody(ctx: Context, publicId: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from organization where public_id = ${publicId} and id <> ${requireOwn(ctx)}::uuid`,
  );
  if (!rows[0]) throw toInputError([{ field: "to", rule: "notInList" }]);
  return rows[0].id;
}

async function insertEvent(
  ctx: Context,
  event: CustodyEvent,
  hash: string,
  province: string | null,
  corrects: string | null,
): Promise<void> {
  const { verb, at, by, to, code, ...facts } = event;
  const legs = legsOf(event).map(([leg, role]) => ({ code: leg, role }));
  await ctx.db.execute(
    sql`insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, recorded_by, by_id, to_id, province, facts, corrects)
      select code, decode(${hash}, 'hex'), ${verb}, role, ${String(at)}::date, ${ctx.now.toISOString()}::timestamptz, ${personOf(ctx.actor)}::uuid,
        ${by}::uuid, ${to ?? null}::uuid, ${province}, ${JSON.stringify({ ...facts, code })}::jsonb, decode(${corrects}, 'hex')
      from jsonb_to_recordset(${JSON.stringify(legs)}::jsonb) as r (code text, role text)
      on conflict do nothing`,
  );
  await ctx.db.execute(
    sql`insert into battery_of (org_id, code, as_maker, since)
      select ${by}::uuid, r.code, false, ${ctx.now.toISOString()}::timestamptz from jsonb_to_recordset(${JSON.stringify(legs)}::jsonb) as r (code text)
      on conflict do nothing`,
  );
}
