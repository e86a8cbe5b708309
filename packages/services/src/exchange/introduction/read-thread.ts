import { introductionAdviser, introductionMessage, organization } from "@lilink/db/schema";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The messages of a thread that reach the reader, oldest first; what an adviser wrote for a side carries the body of the adviser. [AV6] */
export async function readThread(ctx: Context, introductionId: string) {
  return ctx.db
    .select({
      id: introductionMessage.id,
      side: introductionMessage.side,
      personName: introductionMessage.personName,
      body: introductionMessage.body,
      files: introductionMessage.files,
      createdAt: introductionMessage.createdAt,
      /** The body of the adviser who wrote it for this side; null where the side wrote itself. */
      adviser: { nameZh: organization.nameZh, nameEn: organization.nameEn },
    })
    .from(introductionMessage)
    .leftJoin(introductionAdviser, eq(introductionAdviser.id, introductionMessage.advisedBy))
    .leftJoin(organization, eq(organization.id, introductionAdviser.adviserOrg))
    .where(eq(introductionMessage.introductionId, introductionId))
    .orderBy(asc(introductionMessage.id));
}
