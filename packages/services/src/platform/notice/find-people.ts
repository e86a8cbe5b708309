import type { JobPayload } from "@lilink/contract";
import {
  engagement,
  introductionParty,
  membership,
  organization,
  person,
  posting,
  proposedPair,
} from "@lilink/db/schema";
import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type Recipient = {
  readonly personId: string;
  readonly organizationId: string | null;
  readonly email: string;
  readonly locale: string;
  readonly choice: Readonly<Record<string, boolean>>;
};

type Delivery = JobPayload<"notice.deliver">;

const columns = {
  personId: person.id,
  email: person.email,
  locale: person.locale,
  choice: person.noticeChoice,
};

/** The people whom a delivery concerns, each once: a person, the editors of an organization, or the secretariat. */
export async function findPeople(ctx: Context, delivery: Delivery): Promise<Recipient[]> {
  const found: Recipient[] = [];
  if (delivery.personId) {
    const rows = await ctx.db
      .select(columns)
      .from(person)
      .where(and(eq(person.id, delivery.personId), isNull(person.disabledAt)));
    found.push(...rows.map((row) => ({ ...row, organizationId: null })));
  }
  if (delivery.engagementId) {
    // The address belongs to somebody there, or nobody is told: the client is not told which. [AV1]
    found.push(
      ...(await findMembers(
        ctx,
        sql`exists (select 1 from ${engagement} e where e.id = ${delivery.engagementId} and e.adviser_org = ${membership.organizationId}
          and e.adviser_email = ${person.email})`,
      )),
    );
  }
  const organizationId = await findOrganization(ctx, delivery);
  if (organizationId) {
    found.push(
      ...(await findMembers(
        ctx,
        and(
          eq(membership.organizationId, organizationId),
          inArray(membership.role, delivery.adminsOnly ? ["admin"] : ["admin", "editor"]),
          // Of returns nobody hears who does not file them ([RT7]).
          isOfReturn(delivery) ? sql`not 'delegate' = any (${membership.duties})` : undefined,
        ),
      )),
    );
  }
  if (delivery.officers) {
    found.push(
      ...(await findMembers(
        ctx,
        and(
          eq(organization.kind, "coordination_group"),
          eq(organization.status, "verified"),
          ne(membership.role, "viewer"),
          or(sql`${membership.duties} @> array['officer']`, sql`${membership.duties} @> array['secretary']`),
        ),
      )),
    );
  }
  return [...new Map(found.map((one) => [one.personId, one])).values()];
}

function isOfReturn({ kind, params }: Delivery): boolean {
  return kind.startsWith("return.") || params.subject === "return_form";
}

async function findOrganization(ctx: Context, delivery: Delivery): Promise<string | null> {
  if (delivery.organizationId) return delivery.organizationId;
  if (delivery.introductionId && delivery.side) {
    const [party] = await ctx.db
      .select({ id: introductionParty.organizationId })
      .from(introductionParty)
      .where(
        and(
          eq(introductionParty.introductionId, delivery.introductionId),
          eq(introductionParty.side, delivery.side),
        ),
      );
    return party?.id ?? null;
  }
  if (delivery.pairId) {
    const [pair] = await ctx.db
      .select({ id: proposedPair.organizationId })
      .from(proposedPair)
      .where(and(eq(proposedPair.id, delivery.pairId), sql`not app.pair_is_torn(${proposedPair.id})`));
    return pair?.id ?? null;
  }
  if (!delivery.postingId) return null;
  const [owned] = await ctx.db
    .select({ id: posting.organizationId })
    .from(posting)
    .where(eq(posting.id, delivery.postingId));
  return owned?.id ?? null;
}

function findMembers(ctx: Context, which: SQL | undefined): Promise<Recipient[]> {
  return ctx.db
    .select({ ...columns, organizationId: membership.organizationId })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(and(which, membership.active, isNull(person.disabledAt)))
    .orderBy(membership.createdAt);
}
