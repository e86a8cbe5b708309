import { introductionParty, organization } from "@lilink/db/schema";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** One side of an introduction as it arrived: the own one always, the other from mutual consent on ([IN4]). */
export type Party = {
  readonly introductionId: string;
  readonly side: "asking" | "asked";
  readonly organizationId: string;
  readonly organization: {
    readonly publicId: string;
    readonly nameZh: string;
    readonly nameEn: string | null;
    readonly kind: string;
  } | null;
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  };
};

/** The parties that row security lets through. */
export async function readParties(ctx: Context, introductionIds: readonly string[]): Promise<Party[]> {
  if (introductionIds.length === 0) return [];
  return ctx.db
    .select({
      introductionId: introductionParty.introductionId,
      side: introductionParty.side,
      organizationId: introductionParty.organizationId,
      organization: {
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
        kind: organization.kind,
      },
      contact: {
        name: introductionParty.contactName,
        email: introductionParty.contactEmail,
        phone: introductionParty.contactPhone,
      },
    })
    .from(introductionParty)
    .leftJoin(organization, eq(organization.id, introductionParty.organizationId))
    .where(inArray(introductionParty.introductionId, [...introductionIds]));
}
