import { nameAdviserSchema } from "@lilink/contract";
import { engagement, organization } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { engagementMachine, mostEngagementDays } from "@lilink/model/engagement";
import { type FieldFault, LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, count, eq } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";

const mostOpen = 20;

/**
 * Names an adviser by body and address. The answer is the same whether the address belongs to somebody there or not, and what is compared is what
 * everybody reads of both bodies: the rest of the competitor rule is asked when the adviser accepts, and told to the adviser alone. [AV1] [AV3]
 */
export const nameAdviser = defineMutation({
  name: "engagement.name",
  input: nameAdviserSchema,
  authorize: { action: "engagement.manage", resource: ownOrganization },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const columns = {
      id: organization.id,
      kind: organization.kind,
      status: organization.status,
      links: organization.links,
    };
    const [own] = await ctx.db.select(columns).from(organization).where(eq(organization.id, organizationId));
    const [body] = await ctx.db
      .select(columns)
      .from(organization)
      .where(eq(organization.publicId, input.organization));
    const today = toShanghaiDate(ctx.now);
    const faults: FieldFault[] = [];
    if (!own || !body || body.status !== "verified")
      faults.push({ field: "organization", rule: "notInList" });
    else if (body.id === own.id) faults.push({ field: "organization", rule: "ownBody" });
    else if (
      own.kind === "enterprise" &&
      body.kind === "enterprise" &&
      body.links.some((link) => own.links.includes(link))
    )
      faults.push({ field: "organization", rule: "competes" });
    if (input.fromOn < today) faults.push({ field: "fromOn", rule: "dateInPast" });
    if (input.untilOn < input.fromOn) faults.push({ field: "untilOn", rule: "endBeforeStart" });
    const last = shiftDate(input.fromOn, mostEngagementDays);
    if (input.untilOn > last) faults.push({ field: "untilOn", rule: "dateTooFar", params: { max: last } });
    if (faults.length > 0 || !body) throw toInputError(faults);
    const [open] = await ctx.db
      .select({ n: count() })
      .from(engagement)
      .where(
        and(eq(engagement.organizationId, organizationId), eq(engagement.state, engagementMachine.start)),
      );
    if ((open?.n ?? 0) >= mostOpen) throw new LilinkError("LIMIT_REACHED", { max: mostOpen });
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    await ctx.db.insert(engagement).values({
      id,
      publicId,
      organizationId,
      adviserOrg: body.id,
      adviserEmail: input.email.toLowerCase(),
      scopes: [...new Set(input.scopes)],
      fromOn: input.fromOn,
      untilOn: input.untilOn,
      reason: input.reason,
      state: engagementMachine.start,
      namedBy: personOf(ctx.actor),
      namedAt: ctx.now,
    });
    await ctx.enqueue("notice.deliver", {
      kind: "engagement.named",
      causeKey: id,
      path: `/clients/${publicId}`,
      params: {},
      engagementId: id,
    });
    return { id, publicId };
  },
  audit: ({ organization: of, scopes }, { id }) => ({
    subjectKind: "engagement",
    subjectId: id,
    detail: { organization: of, scopes },
  }),
});
