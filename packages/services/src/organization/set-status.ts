import { publicIdSchema } from "@lilink/contract";
import { organization } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { canFollow, type OrganizationStatus, organizationStatuses } from "@lilink/model/organization";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../kernel/define.ts";

/** An officer suspends, reinstates or withdraws an organization; its people stop at their next request ([OR1]). */
export const setOrganizationStatus = defineMutation({
  name: "organization.setStatus",
  input: z.object({
    publicId: publicIdSchema,
    status: z.enum(["verified", "suspended", "withdrawn"]),
    reason: z.string().trim().min(10, "tooShort").max(1000, "tooLong"),
  }),
  authorize: { action: "organization.decide" },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .select({ id: organization.id, status: organization.status })
      .from(organization)
      .where(eq(organization.publicId, input.publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    // A claim verifies; this only gives back what was taken.
    const from: OrganizationStatus[] = organizationStatuses.filter(
      (status) => status !== "pending" && canFollow(status, input.status),
    );
    const answer = await ctx.db.execute<{ closed: string[] | null }>(
      sql`select app.set_organization_status(${row.id}::uuid,
        array(select jsonb_array_elements_text(${JSON.stringify(from)}::jsonb))::organization_status[],
        ${input.status}::organization_status, ${ctx.now.toISOString()}::timestamptz) as closed`,
    );
    const closed = answer.rows[0]?.closed;
    if (!closed) throw new LilinkError("WRONG_STATE", { state: row.status });
    for (const postingId of closed) await ctx.enqueue("posting.match", { postingId });
    return { id: row.id, closed: closed.length };
  },
  audit: (input, output) => ({
    subjectKind: "organization",
    subjectId: output.id,
    detail: { status: input.status, reason: input.reason },
  }),
});
