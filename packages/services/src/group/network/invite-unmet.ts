import { inviteUnmetSchema, jobPayloads } from "@lilink/contract";
import { lanesOf } from "@lilink/model/network";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { impartialHost, requireEvent, requireEventOf, requireState } from "../../people/event/find-event.ts";
import { readBodies } from "./make-reading.ts";

/**
 * Invites the firms of a link whom nobody has met to an event, with one press. Who they are is found by the worker: the organiser reads how many
 * there are as a band, and names of those who agreed to it. [NW6]
 */
export const inviteUnmet = defineMutation({
  name: "network.invite",
  input: inviteUnmetSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, { publicId, lane }) => {
    const event = await requireEvent(ctx, publicId);
    requireState(event, "announced", "registration");
    await ctx.enqueue("network.invite", { eventId: event.id, lane });
    return { id: event.id };
  },
  audit: ({ lane }, { id }) => ({ subjectKind: "exchangeEvent", subjectId: id, detail: { for: lane } }),
});

/** Tells each of these firms of the event, once, however often it is asked for. [NW6] */
export const tellUnmet = defineMutation({
  name: "network.tellUnmet",
  input: jobPayloads["network.invite"],
  authorize: { action: "network.make" },
  run: async (ctx, { eventId, lane }) => {
    const event = await requireEventOf(ctx, eventId);
    const met = await readMet(ctx);
    const coming = await readGuests(ctx, eventId);
    const unmet = (await readBodies(ctx)).filter(
      ({ id, counted, links }) => counted && lanesOf(links).includes(lane) && !met.has(id) && !coming.has(id),
    );
    for (const { id } of unmet)
      await ctx.enqueue("notice.deliver", {
        kind: "event.invited",
        causeKey: eventId,
        path: `/events/${event.publicId}`,
        params: { title: event.titleZh ?? event.titleEn ?? "" },
        organizationId: id,
      });
    return { told: unmet.length };
  },
  // How many were told stays with the worker: from its log it could be worked out who has met nobody.
  audit: () => null,
});

/** Bodies that agreed to an introduction or had a meeting at an event, now. */
async function readMet(ctx: Context): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select p.organization_id as id from introduction_party p join introduction i on i.id = p.introduction_id and i.state in ('accepted', 'ended')
    union select unnest(array[m.first_id, m.second_id]) from event_meeting m join ledger_entry l on l.event_meeting_id = m.id and l.state = 'confirmed'`);
  return new Set(rows.map(({ id }) => id));
}

async function readGuests(ctx: Context, eventId: string): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select org_id as id from event_guest where event_id = ${eventId}::uuid and state <> 'withdrawn'`,
  );
  return new Set(rows.map(({ id }) => id));
}
