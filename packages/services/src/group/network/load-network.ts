import { networkConsent, networkPosition, networkReading, organization } from "@lilink/db/schema";
import { can, isOfficer, organizationOf } from "@lilink/model/policy";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { eventRegister } from "../../people/event/find-event.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

/** The last reading, the own position in it, and for officers who agreed to be named and the events to which firms can be invited. [NW2] [NW4] [NW5] */
export const loadNetwork = defineQuery({
  name: "network.load",
  input: z.object({}),
  authorize: { action: "network.browse" },
  run: async (ctx) => {
    const own = organizationOf(ctx.actor) ?? "";
    const [last] = await ctx.db
      .select({ asOf: networkReading.asOf, reading: networkReading.reading })
      .from(networkReading)
      .orderBy(desc(networkReading.asOf))
      .limit(1);
    const at = eq(networkPosition.asOf, last?.asOf ?? "");
    const [position] = await ctx.db
      .select({
        ties: networkPosition.ties,
        lanes: networkPosition.lanes,
        reached: networkPosition.reached,
        place: networkPosition.place,
      })
      .from(networkPosition)
      .where(and(at, eq(networkPosition.organizationId, own)));
    const [consent] = await ctx.db
      .select({ named: networkConsent.named })
      .from(networkConsent)
      .where(eq(networkConsent.organizationId, own));
    const keeps = can(ctx.actor, "event.keep");
    return {
      asOf: last?.asOf ?? null,
      reading: last?.reading ?? null,
      position: position ?? null,
      named: consent?.named ?? false,
      mayName: can(ctx.actor, "network.name", { owner: true }),
      bodies: isOfficer(ctx.actor) ? await readNamed(ctx, at, own) : null,
      events: keeps ? await readOpenEvents(ctx) : null,
    };
  },
});

/** Bodies that agreed to be named, those on the ways between others first. */
function readNamed(ctx: Context, at: ReturnType<typeof eq>, own: string) {
  return ctx.db
    .select({
      publicId: organization.publicId,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
      lanes: networkPosition.lanes,
      isolated: sql<boolean>`${networkPosition.ties} = 0`,
      place: networkPosition.place,
    })
    .from(networkPosition)
    .innerJoin(organization, eq(organization.id, networkPosition.organizationId))
    .where(and(at, ne(networkPosition.organizationId, own)))
    .orderBy(
      sql`array_position(array['tenth', 'quarter', 'half', 'rest'], ${networkPosition.place})`,
      organization.namePinyin,
    )
    .limit(200);
}

async function readOpenEvents(ctx: Context) {
  const { rows } = await ctx.db.execute<{
    publicId: string;
    titleZh: string | null;
    titleEn: string | null;
    startsOn: string;
  }>(sql`
    select h.public_id as "publicId", h.title_zh as "titleZh", h.title_en as "titleEn", v.starts_on as "startsOn"
    from ${headOf(eventRegister)} h join ${versionOf(eventRegister)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
    where h.state in ('announced', 'registration') order by v.starts_on limit 20`);
  return rows;
}
