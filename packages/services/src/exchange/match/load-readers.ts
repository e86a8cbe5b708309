import {
  consent,
  organization,
  organizationProfile,
  organizationStance,
  postingUseAcceptance,
} from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type AcceptedUse, opensParts, type ReaderRelation } from "@lilink/model/posting";
import { and, inArray, isNull, or, sql } from "drizzle-orm";
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

export async function loadReaders(
  ctx: Context,
  organizationIds: readonly string[],
): Promise<Map<string, Reader>> {
  const ids = [...new Set(organizationIds)];
  if (ids.length === 0) return new Map();
  const groups = ctx.db
    .select({ groupId: organizationProfile.groupId })
    .from(organizationProfile)
    .where(inArray(organizationProfile.organizationId, ids));
  const profiles = await ctx.db
    .select({ id: organizationProfile.organizationId, groupId: organizationProfile.groupId })
    .from(organizationProfile)
    .where(inArray(organizationProfile.groupId, groups));
  const groupOf = new Map(profiles.map(({ id, groupId }) => [id, groupId]));
  const membersOf = (id: string) => {
    const groupId = groupOf.get(id);
    return new Set([
      id,
      ...(groupId ? profiles.filter((one) => one.groupId === groupId).map((one) => one.id) : []),
    ]);
  };
  const [statuses, stances, consents] = [
    await ctx.db
      .select({ id: organization.id, status: organization.status, membersFrom: organization.membersFrom })
      .from(organization)
      .where(inArray(organization.id, ids)),
    await ctx.db
      .select()
      .from(organizationStance)
      .where(
        and(
          inArray(organizationStance.organizationId, [...new Set(ids.flatMap((id) => [...membersOf(id)]))]),
          or(isNull(organizationStance.until), sql`${organizationStance.until} > now()`),
        ),
      ),
    await ctx.db
      .select()
      .from(consent)
      .where(and(inArray(consent.organizationId, ids), isNull(consent.until))),
  ];
  const acceptances = await ctx.db
    .select()
    .from(postingUseAcceptance)
    .where(inArray(postingUseAcceptance.organizationId, ids));
  return new Map(
    ids.map((id) => {
      const group = membersOf(id);
      return [
        id,
        {
          organizationId: id,
          verified: statuses.some((row) => row.id === id && row.status === "verified"),
          readsMembers: statuses.some(
            (row) => row.id === id && (row.membersFrom === null || row.membersFrom <= ctx.now),
          ),
          group,
          stances: new Set(stances.filter((row) => group.has(row.organizationId)).map((row) => row.key)),
          accepted: acceptedBy(acceptances.filter((row) => row.organizationId === id)),
          today: toShanghaiDate(ctx.now),
          partnerOf: new Set(consents.filter((row) => row.organizationId === id).map((row) => row.postingId)),
        },
      ];
    }),
  );
}

/** What an organization accepted, posting by posting. */
function acceptedBy(
  rows: readonly (AcceptedUse & { readonly postingId: string })[],
): ReadonlyMap<string, readonly AcceptedUse[]> {
  const found = new Map<string, AcceptedUse[]>();
  for (const { postingId, version, until } of rows)
    found.set(postingId, [...(found.get(postingId) ?? []), { version, until }]);
  return found;
}
