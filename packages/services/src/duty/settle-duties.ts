import { addWorkingDays, endOfShanghaiDay } from "@lilink/model/calendar";
import { findDutyRule } from "@lilink/model/duty";
import { sql } from "drizzle-orm";
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
  /** Whether readers see the subject: the published list names no draft. */
  readonly live: boolean;
  /** The one duty that stands from now on, or null. */
  readonly wanted: WantedDuty | null;
};

/** Ends what is no longer owed of a record and starts what is owed now. A duty that goes on keeps its day, unless the day moved. [DU1] */
export async function settleDuties(ctx: Context, settlement: DutySettlement): Promise<void> {
  const { subject, holderId, by, live, wanted } = settlement;
  const dueAt = wanted && dueOf(ctx.now, wanted);
  const published = live && wanted !== null && findDutyRule(subject.kind, wanted.kind).published === true;
  await ctx.db.execute(sql`select app.settle_duty(${ctx.now.toISOString()}::timestamptz, ${by}, ${subject.kind}, ${subject.id}::uuid,
    ${wanted?.kind ?? null}, ${holderId}::uuid, ${subject.path}, ${subject.titleZh}, ${subject.titleEn}, ${dueAt?.toISOString() ?? null}::timestamptz,
    ${wanted !== null && "day" in wanted}, ${published})`);
  // A day that is over already is told at once.
  if (dueAt && dueAt < ctx.now) await ctx.enqueue("duty.tick", {});
}

const dueOf = (now: Date, wanted: WantedDuty) =>
  "day" in wanted ? endOfShanghaiDay(wanted.day) : addWorkingDays(now, wanted.workingDays);
