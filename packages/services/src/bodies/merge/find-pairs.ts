import { createHash } from "node:crypto";
import { bodyApart, organization, organizationProfile } from "@lilink/db/schema";
import { type BodyPair, type BodyRecord, pairKey, proposePairs } from "@lilink/model/same-body";
import { eq, ne } from "drizzle-orm";
import { listBarred } from "../../ground/actor/barred.ts";
import { remember } from "../../ground/search/remember.ts";
import type { Context } from "../../kernel/context.ts";

/** The secretariat and the operator are what they are. */
const ownBodies: readonly string[] = ["coordination_group", "operator"];

type Asked = { readonly bodies: readonly BodyRecord[]; readonly apart: readonly string[] };

/** So many officers with other conflicts of interest are answered without comparing anew. */
const officersKept = 4;

/** What was compared is kept by what was read of it, so that a count costs no comparing while no record changes. */
const compareAll = remember(
  officersKept,
  ({ bodies, apart }: Asked) => proposePairs(bodies, new Set(apart)),
  (asked) => createHash("sha256").update(JSON.stringify(asked)).digest("base64"),
);

export type FoundPairs = {
  /** The records that may be merged by this officer. */
  readonly ids: ReadonlySet<string>;
  /** How many pairs were told apart. */
  readonly apart: number;
  readonly pairs: readonly BodyPair[];
};

/** The pairs of records that may be one body, the likest first, without those of a conflict of interest and those that were told apart. [BD2] */
export async function findPairs(ctx: Context): Promise<FoundPairs> {
  const barred = await listBarred(ctx);
  const rows = await ctx.db
    .select({
      id: organization.id,
      kind: organization.kind,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
      country: organization.country,
      website: organization.website,
      code: organizationProfile.code,
    })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(ne(organization.status, "withdrawn"))
    .orderBy(organization.id);
  const bodies = rows.flatMap(({ kind, ...body }) =>
    barred.has(body.id) || ownBodies.includes(kind) ? [] : [body],
  );
  const told = await ctx.db.select({ first: bodyApart.firstId, second: bodyApart.secondId }).from(bodyApart);
  const apart = told.map(({ first, second }) => pairKey(first, second)).sort();
  return {
    ids: new Set(bodies.map(({ id }) => id)),
    apart: told.length,
    pairs: compareAll({ bodies, apart }),
  };
}
