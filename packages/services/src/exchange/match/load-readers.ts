import { toShanghaiDate } from "@lilink/model/calendar";
import { type AcceptedUse, opensParts, type ReaderRelation } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { StoredPosting } from "../market/to-match-document.ts";

/** What an organization is to postings: its group, its stances, its partners; loaded once a computation. */
export type Reader = {
  readonly organizationId: string;
  readonly verified: boolean;
  /** Whether it reads what is for members already: its approval can no longer be undone ([OR16]). */
  readonly readsMembers: boolean;
  readonly group: ReadonlySet<string>;
  readonly stances: ReadonlySet<string>;
  readonly partnerOf: ReadonlySet<string>;
  /** The terms of use that it accepted, by posting, and the day on which it reads. */
  readonly accepted: ReadonlyMap<string, readonly AcceptedUse[]>;
  readonly today: string;
};

/** The same decision that row security takes ([PO5], [PO6], [US3]); a test holds the two against each other. */
export function relationOf(reader: Reader, posting: StoredPosting): ReaderRelation {
  if (reader.organizationId === posting.organizationId) return "owner";
  if (!reader.verified || !reader.readsMembers) return "visitor";
  if (!opensParts(posting.useVersion, reader.accepted.get(posting.id) ?? [], reader.today)) return "visitor";
  if (reader.partnerOf.has(posting.id)) return "partner";
  return posting.wallKeys.some((key) => reader.stances.has(key)) ? "competitor" : "member";
}

type Posted = { readonly posting: StoredPosting };

/** Nobody is matched within the own group. */
export const isStrangerTo =
  (reader: Reader) =>
  ({ posting }: Posted): boolean =>
    !reader.group.has(posting.organizationId);

/** With whom a posting meets on the market: postings of verified strangers. */
export function findTrading<P extends Posted>(
  subject: Posted,
  candidates: readonly P[],
  readers: ReadonlyMap<string, Reader>,
): P[] {
  const owner = readers.get(subject.posting.organizationId);
  if (!owner) return [];
  return candidates.filter(
    (one) => isStrangerTo(owner)(one) && readers.get(one.posting.organizationId)?.verified,
  );
}

type ReaderRow = {
  readonly id: string;
  readonly verified: boolean;
  readonly members_from: string | null;
  readonly sisters: readonly string[];
  readonly stances: readonly string[];
  readonly partner_of: readonly string[];
  readonly accepted: readonly (AcceptedUse & { readonly posting: string })[];
};

/** In one statement: a ranking asks about some hundred organizations while somebody waits. */
export async function loadReaders(
  ctx: Context,
  organizationIds: readonly string[],
): Promise<Map<string, Reader>> {
  const ids = [...new Set(organizationIds)];
  if (ids.length === 0) return new Map();
  const { rows } = await ctx.db.execute<ReaderRow>(sql`
    select o.id, o.status = 'verified' as verified, o.members_from, g.sisters,
      coalesce((select array_agg(distinct s.key) from organization_stance s
        where (s.organization_id = o.id or s.organization_id = any(g.sisters)) and (s.until is null or s.until > now())), '{}') as stances,
      coalesce((select array_agg(c.posting_id) from consent c
        where c.organization_id = o.id and c.until is null), '{}') as partner_of,
      coalesce((select jsonb_agg(jsonb_build_object('posting', a.posting_id, 'version', a.version, 'until', a.until))
        from posting_use_acceptance a where a.org_id = o.id), '[]') as accepted
    from organization o
    left join organization_profile p on p.organization_id = o.id
    cross join lateral (select coalesce(array_agg(m.organization_id), '{}') as sisters
      from organization_profile m where m.group_id = p.group_id) g
    where o.id = any(${sql.param(ids)}::uuid[])`);
  const today = toShanghaiDate(ctx.now);
  return new Map(
    rows.map(({ id, verified, members_from, sisters, stances, partner_of, accepted }) => [
      id,
      {
        organizationId: id,
        verified,
        readsMembers: members_from === null || new Date(members_from) <= ctx.now,
        group: new Set([id, ...sisters]),
        stances: new Set(stances),
        partnerOf: new Set(partner_of),
        accepted: acceptedBy(accepted),
        today,
      },
    ]),
  );
}

/** What an organization accepted, posting by posting. */
function acceptedBy(rows: ReaderRow["accepted"]): ReadonlyMap<string, readonly AcceptedUse[]> {
  const found = new Map<string, AcceptedUse[]>();
  for (const { posting, version, until } of rows)
    found.set(posting, [...(found.get(posting) ?? []), { version, until }]);
  return found;
}
