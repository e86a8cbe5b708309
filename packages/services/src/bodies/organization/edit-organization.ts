import { organizationEditSchema } from "@lilink/contract";
import { organization, organizationProfile } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { findConcept } from "@lilink/model/chain";
import { type FieldFault, LilinkError, toInputError } from "@lilink/model/error";
import { stancesOfProfile } from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findAlike, looksOf } from "./find-alike.ts";
import { setStances } from "./set-stances.ts";

/** So many stances may a profile add within thirty days before the officers are told; the first declaration is not counted. */
const mostAdded = 3;
const dayMilliseconds = 86_400_000;
const spanMilliseconds = 30 * dayMilliseconds;
/** So often may it add some in that span; the database counts. */
const mostChanges = 3;

/**
 * Edits the own profile. What it declares decides who is a competitor, so the stances change with it at once and
 * the walls of its live postings by a job of the same transaction ([PO6]).
 */
export const editOrganization = defineMutation({
  name: "organization.edit",
  input: organizationEditSchema,
  authorize: { action: "organization.edit", resource: ownOrganization },
  run: async (ctx, input) => {
    const id = requireOwn(ctx);
    const faults = [...unknownConcepts("offers", input.offers), ...unknownConcepts("needs", input.needs)];
    if (faults.length > 0) throw toInputError(faults);
    await requireDeclared(ctx, id, input);
    await requireOwnName(ctx, id, input.nameEn);
    const [row] = await ctx.db
      .update(organization)
      .set({
        nameEn: input.nameEn,
        province: input.province,
        links: [...new Set(input.links)],
        description: input.description,
        website: input.website,
        updatedAt: ctx.now,
      })
      .where(eq(organization.id, id))
      .returning({ kind: organization.kind, publicId: organization.publicId, name: organization.nameZh });
    if (!row) throw new LilinkError("NOT_FOUND");
    await ctx.db
      .update(organizationProfile)
      .set({
        size: row.kind === "enterprise" ? input.size : null,
        offers: [...new Set(input.offers)],
        needs: [...new Set(input.needs)],
        contactName: input.contactName,
        contactEmail: input.contactEmail,
        contactPhone: input.contactPhone,
        updatedAt: ctx.now,
      })
      .where(eq(organizationProfile.organizationId, id));
    const keys = stancesOfProfile({ ...input, enterprise: row.kind === "enterprise" });
    await requireTurn(ctx, keys);
    const before = await countAdded(ctx);
    await setStances(ctx, id, "profile", keys);
    const added = await countAdded(ctx);
    if (added > before && added > mostAdded)
      await ctx.enqueue("notice.deliver", {
        kind: "organization.stances",
        causeKey: `${id}/${ctx.now.toISOString()}`,
        path: `/organizations/${row.publicId}`,
        params: { organization: row.name, count: String(added) },
        officers: true,
      });
    await ctx.enqueue("organization.rewall", { organizationId: id });
    return { id, publicId: row.publicId };
  },
  audit: (_input, output) => ({ subjectKind: "organization", subjectId: output.id }),
});

/** No officer sees a new English name, so none that is taken for another body's is kept. [OR12] */
async function requireOwnName(ctx: Context, id: string, nameEn: string | null): Promise<void> {
  const [own] = await ctx.db
    .select({ nameEn: organization.nameEn })
    .from(organization)
    .where(eq(organization.id, id));
  if (nameEn === null || nameEn === own?.nameEn) return;
  if ((await findAlike(ctx, looksOf("", nameEn), sql`${id}::uuid`)).length > 0)
    throw toInputError([{ field: "nameEn", rule: "looksTaken" }]);
}

/** A profile may not sound out the owners of live parts: it takes stances anew three times in thirty days ([PO6]). */
async function requireTurn(ctx: Context, keys: readonly string[]): Promise<void> {
  const now = ctx.now.toISOString();
  const { rows } = await ctx.db.execute<{ fresh: string[]; next: string | null }>(
    sql`select app.new_stances(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)), ${now}::timestamptz) as fresh,
      app.next_stances(${now}::timestamptz) as next`,
  );
  const { fresh = [], next = null } = rows[0] ?? {};
  if (next === null) return;
  const fields = new Set(fresh.map((key) => (key.includes(":link:") ? "links" : (key.split(":")[0] ?? ""))));
  const params = { max: mostChanges, from: toShanghaiDate(new Date(Date.parse(next) + dayMilliseconds)) };
  const faults = [...fields].map((field) => ({ field, rule: "changedTooOften" as const, params }));
  if (faults.length > 0) throw toInputError(faults);
}

/** What the profile added lately: each hides parts of rivals, so that many would sound out owners without a name ([PO6]). */
async function countAdded(ctx: Context): Promise<number> {
  const since = new Date(ctx.now.getTime() - spanMilliseconds).toISOString();
  const { rows } = await ctx.db.execute<{ added: number }>(
    sql`select app.added_stances(${since}::timestamptz) as added`,
  );
  return rows[0]?.added ?? 0;
}

type Declared = { readonly links: readonly string[]; readonly province: string | null };

/**
 * A firm that declares no link would stand before no wall ([OR11]). A regulator reads the returns of its province and does not
 * choose it anew ([RT7]); the database keeps that by itself.
 */
async function requireDeclared(ctx: Context, id: string, { links, province }: Declared): Promise<void> {
  const [row] = await ctx.db
    .select({ kind: organization.kind, province: organization.province })
    .from(organization)
    .where(eq(organization.id, id));
  if (row?.kind === "enterprise" && links.length === 0)
    throw toInputError([{ field: "links", rule: "notChosen" }]);
  if (row?.kind === "regulator" && row.province !== province)
    throw toInputError([{ field: "province", rule: "staysVerified" }]);
}

function unknownConcepts(field: string, concepts: readonly string[]): FieldFault[] {
  return concepts.flatMap((concept, at) =>
    findConcept(concept) ? [] : [{ field: `${field}.${at}`, rule: "unknownConcept" as const }],
  );
}
