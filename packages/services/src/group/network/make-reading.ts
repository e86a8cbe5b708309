import { jobPayloads } from "@lilink/contract";
import { networkPosition, networkReading } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { lanesOf, readingDay } from "@lilink/model/network";
import { type NetworkBody, readNetwork, type Tie } from "@lilink/model/network/read";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

/** Reads the network as of the first of the month, once; nothing that is confirmed later changes it. [NW2] */
export const makeReading = defineMutation({
  name: "network.read",
  input: jobPayloads["network.read"],
  authorize: { action: "network.make" },
  run: async (ctx) => {
    const asOf = readingDay(toShanghaiDate(ctx.now));
    const bodies = await readBodies(ctx);
    const { reading, positions } = readNetwork(bodies, await readTies(ctx, asOf));
    const made = await ctx.db
      .insert(networkReading)
      .values({ asOf, reading, madeAt: ctx.now })
      .onConflictDoNothing()
      .returning({ asOf: networkReading.asOf });
    if (made.length === 0) return { made: 0 };
    const linksOf = new Map(bodies.map(({ id, links }) => [id, links]));
    const rows = positions.map(({ id, ties, reached, place }) => ({
      asOf,
      organizationId: id,
      ties,
      lanes: [...lanesOf(linksOf.get(id) ?? [])],
      reached: [...reached],
      place,
    }));
    for (let at = 0; at < rows.length; at += 1000)
      await ctx.db.insert(networkPosition).values(rows.slice(at, at + 1000));
    return { made: 1 };
  },
  audit: (_input, { made }) => (made === 0 ? null : { subjectKind: "release", subjectId: null }),
});

/** Bodies that can stand in the network; verified enterprises count where they have no tie. */
export async function readBodies(ctx: Context): Promise<readonly NetworkBody[]> {
  const { rows } = await ctx.db.execute<NetworkBody>(sql`
    select o.id, coalesce(p.group_id, o.id)::text as "group", o.links, o.status = 'verified' and o.kind = 'enterprise' as counted
    from organization o left join organization_profile p on p.organization_id = o.id where o.status <> 'withdrawn'`);
  return rows;
}

/** Pairs of bodies with an outcome that both confirmed before a day: of an introduction or of a meeting at an event. [NW1] */
export async function readTies(ctx: Context, before: string): Promise<readonly Tie[]> {
  const { rows } = await ctx.db.execute<{ first: string; second: string }>(sql`
    with outcome as (
      select introduction_id, event_meeting_id from ledger_entry
      where state = 'confirmed' and decided_at < (${before}::timestamp at time zone 'Asia/Shanghai'))
    select a.organization_id as first, b.organization_id as second from outcome x
      join introduction_party a on a.introduction_id = x.introduction_id and a.side = 'asking'
      join introduction_party b on b.introduction_id = x.introduction_id and b.side = 'asked'
    union select m.first_id, m.second_id from outcome x join event_meeting m on m.id = x.event_meeting_id`);
  return rows.map(({ first, second }): Tie => [first, second]);
}
