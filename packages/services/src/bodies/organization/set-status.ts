import { organizationStatusSchema, settableStatuses } from "@lilink/contract";
import { organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { canFollow, type OrganizationStatus, organizationStatuses } from "@lilink/model/organization";
import { can, organizationOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import { joinOpenRounds } from "../../figures/return/give-forms.ts";
import { impartialTo } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

type Settable = (typeof settableStatuses)[number];

// A claim verifies; this only gives back what was taken.
const mayFollow = (from: OrganizationStatus, to: Settable) => from !== "pending" && canFollow(from, to);

/** What the actor may make of an organization: nothing of their own, and nothing for who is no officer ([OR10]). */
export function nextStatuses(
  ctx: Context,
  row: { readonly id: string; readonly status: OrganizationStatus },
) {
  if (!can(ctx.actor, "organization.decide") || row.id === organizationOf(ctx.actor)) return [];
  return settableStatuses.filter((to) => mayFollow(row.status, to));
}

/** An officer suspends, reinstates or withdraws an organization; its people stop at their next request ([OR1]). */
export const setOrganizationStatus = defineMutation({
  name: "organization.setStatus",
  input: organizationStatusSchema,
  authorize: { action: "organization.decide", resource: (ctx, input) => impartialTo(ctx, input.publicId) },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .select({ id: organization.id, status: organization.status, name: organization.nameZh })
      .from(organization)
      .where(eq(organization.publicId, input.publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    const from = organizationStatuses.filter((status) => mayFollow(status, input.status));
    const answer = await ctx.db.execute<{ closed: string[] | null }>(
      sql`select app.set_organization_status(${row.id}::uuid,
        array(select jsonb_array_elements_text(${JSON.stringify(from)}::jsonb))::organization_status[],
        ${input.status}::organization_status, ${ctx.now.toISOString()}::timestamptz) as closed`,
    );
    const closed = answer.rows[0]?.closed;
    if (!closed) throw new LilinkError("WRONG_STATE", { state: row.status });
    if (input.status === "verified") await joinOpenRounds(ctx, row.id);
    for (const postingId of closed) await ctx.enqueue("posting.match", { postingId });
    await ctx.enqueue("notice.deliver", {
      kind: "organization.status",
      causeKey: `${row.id}/${ctx.now.toISOString()}`,
      path: `/organizations/${input.publicId}`,
      params: { organization: row.name, decision: input.status, reason: input.reason },
      organizationId: row.id,
      adminsOnly: true,
    });
    return { id: row.id, closed: closed.length };
  },
  audit: (input, output) => ({
    subjectKind: "organization",
    subjectId: output.id,
    detail: { status: input.status, reason: input.reason },
  }),
});
