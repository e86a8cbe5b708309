import { duty } from "@lilink/db/schema";
import { addWorkingDays, endOfShanghaiDay } from "@lilink/model/calendar";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** A duty that shall stand: due so many working days from now, or at the end of a day. */
export type WantedDuty = { readonly kind: string } & (
  | { readonly workingDays: number }
  | { readonly day: string }
);

export type DutySettlement = {
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly path: string;
    readonly titleZh: string;
    readonly titleEn: string;
  };
  /** Who owes it; null: the secretariat. */
  readonly holderId: string | null;
  /** The act that ends what ends, as the audit names it. */
  readonly by: string;
  readonly published: boolean;
  /** The one duty that stands from now on, or null. */
  readonly wanted: WantedDuty | null;
};

/** Ends what is no longer owed of a subject and starts what is owed now. A duty that goes on keeps its day, unless the day moved. [DU1] */
export async function settleDuties(ctx: Context, settlement: DutySettlement): Promise<void> {
  const { subject, holderId, by, published, wanted } = settlement;
  const open = and(eq(duty.subjectId, subject.id), isNull(duty.endedAt));
  await ctx.db
    .update(duty)
    .set({ endedAt: ctx.now, endedBy: by })
    .where(wanted ? and(open, ne(duty.kind, wanted.kind)) : open);
  if (!wanted) return;
  const dueAt = dueOf(ctx.now, wanted);
  const [standing] = await ctx.db
    .update(duty)
    .set({ ...("day" in wanted ? { dueAt } : {}), titleZh: subject.titleZh, titleEn: subject.titleEn })
    .where(and(open, eq(duty.kind, wanted.kind)))
    .returning({ id: duty.id });
  if (standing) return;
  await ctx.db.insert(duty).values({
    id: ctx.newId(),
    kind: wanted.kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    path: subject.path,
    titleZh: subject.titleZh,
    titleEn: subject.titleEn,
    holderId,
    published,
    startedAt: ctx.now,
    dueAt,
  });
}

const dueOf = (now: Date, wanted: WantedDuty) =>
  "day" in wanted ? endOfShanghaiDay(wanted.day) : addWorkingDays(now, wanted.workingDays);
