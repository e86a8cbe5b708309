import type { Database, Principal } from "@lilink/db";
import { type SQL, sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { correctEvent } from "../../recovery/battery/correct-event.ts";
import { fileBatteries } from "../../recovery/battery/file-batteries.ts";
import { reportEvent } from "../../recovery/battery/report-event.ts";
import batteries from "./data/batteries.json" with { type: "json" };
import { seedDenials } from "./seed-denials.ts";
import { seedLives } from "./seed-lives.ts";

type GivenEvent = {
  readonly by: string;
  readonly verb: string;
  readonly code: string;
  readonly at: string;
  /** The day on which it was told; absent: now. */
  readonly told?: string;
};
type GivenLicence = {
  readonly by: string;
  readonly kind: string;
  readonly from: string;
  readonly tonnes?: number;
};
type MemberPrincipal = Extract<Principal, { kind: "member" }>;

/**
 * Invented batteries with every verdict that is kept, told by the demo's firms through the verbs that people use. What is
 * there stays.
 */
export async function seedBatteries(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  for (const { by, kind, from, tonnes } of batteries.licences as readonly GivenLicence[])
    await owner.execute(
      sql`insert into trace.licence (org_id, kind, from_on, tonnes_a_year) values (${principalOf(by).organizationId}::uuid, ${kind}, ${from}::date, ${tonnes ?? null}) on conflict do nothing`,
    );
  const { maker, units } = batteries.filed;
  const isThere = async (found: SQL) => (await owner.execute(found)).rows.length > 0;
  if (!(await isThere(sql`select 1 from trace.battery_unit limit 1`)))
    await call(app, principalOf(maker), fileBatteries, { units });
  // The days on which the first battery was told of are given, so that its page can be turned back to what was known on each.
  for (const { by, told, ...event } of batteries.events as readonly GivenEvent[]) {
    const said = sql`select 1 from trace.custody_event where code = ${event.code} and verb = ${event.verb}
      and occurred_on = ${event.at}::date and by_id = ${principalOf(by).organizationId}::uuid`;
    const then: Kernel = told ? { ...app, clock: () => new Date(`${told}T02:00:00Z`) } : app;
    if (!(await isThere(said)))
      await call(then, principalOf(by), reportEvent, event as Parameters<typeof reportEvent.run>[1]);
  }
  for (const { by, code, verb, at, ...correction } of batteries.corrections) {
    const { rows } = await owner.execute<{ hash: string; done: boolean }>(
      sql`select encode(e.storage_hash, 'hex') as hash,
          exists (select 1 from trace.custody_event c where c.code = e.code and c.corrects = e.storage_hash) as done
        from trace.custody_event e where e.code = ${code} and e.verb = ${verb} and e.occurred_on = ${at}::date
          and e.by_id = ${principalOf(by).organizationId}::uuid order by e.recorded_at limit 1`,
    );
    const [wrong] = rows;
    if (wrong && !wrong.done)
      await call(app, principalOf(by), correctEvent, {
        ...{ code, corrects: wrong.hash, ...correction },
      } as Parameters<typeof correctEvent.run>[1]);
  }
  await seedLives(owner, app, principalOf);
  await seedDenials(owner, app, principalOf);
}
