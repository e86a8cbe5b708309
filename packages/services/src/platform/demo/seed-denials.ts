import type { Database, Principal } from "@lilink/db";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { denyHandover } from "../../recovery/battery/deny-handover.ts";
import { upholdHandover } from "../../recovery/battery/uphold-handover.ts";
import batteries from "./data/batteries.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Open = { readonly code: string; readonly event: string };

/**
 * Hand-overs of the demo that their receivers deny, one of them held to by whoever told it: the oldest that wait between two bodies. What is there stays; where
 * nothing waits yet, nothing is denied. [TR27] [TR28]
 */
export async function seedDenials(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  for (const { by, from, reason, upheld } of batteries.denials) {
    const [receiver, giver] = [principalOf(by), principalOf(from)];
    const { rows } = await owner.execute<Open>(
      sql`select i.code, i.event_hash as event from battery_item i
        where i.organization_id = ${receiver.organizationId}::uuid and i.other_id = ${giver.organizationId}::uuid and i.kind = 'handover' and i.closed_at is null
          and not exists (select 1 from battery_denial d where d.organization_id = i.organization_id and d.other_id = i.other_id)
        order by i.occurred_on, i.code limit 1`,
    );
    const [open] = rows;
    if (!open) continue;
    await call(app, receiver, denyHandover, { ...open, reason });
    if (upheld) await call(app, giver, upholdHandover, { ...open, reason: upheld });
  }
}
