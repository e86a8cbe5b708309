import type { Database, Principal } from "@lilink/db";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { fileBatteries } from "../../recovery/battery/file-batteries.ts";
import { reportEvent } from "../../recovery/battery/report-event.ts";
import batteries from "./data/batteries.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;

/**
 * Invented batteries with every verdict that is kept, told by the demo's firms through the verbs that people use. Told twice,
 * an event stays one.
 */
export async function seedBatteries(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  for (const { by, kind, from } of batteries.licences)
    await owner.execute(
      sql`insert into trace.licence (org_id, kind, from_on) values (${principalOf(by).organizationId}::uuid, ${kind}, ${from}::date) on conflict do nothing`,
    );
  const { maker, units } = batteries.filed;
  await call(app, principalOf(maker), fileBatteries, { units });
  for (const { by, ...event } of batteries.events)
    await call(app, principalOf(by), reportEvent, event as Parameters<typeof reportEvent.run>[1]);
}
