import { recordStep } from "@lilink/db/schema";
import { shiftMonths, toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import {
  isEmpty,
  isStillOwed,
  openStepsOf,
  type RecordDuty,
  type Register,
  reviewStatesOf,
  type Values,
} from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { settleDuties, type WantedDuty } from "../duty/settle-duties.ts";
import type { Context } from "../kernel/context.ts";
import { type Head, toHead } from "./find-record.ts";
import { requireBlock } from "./judge-blocks.ts";
import { readVersion } from "./read-version.ts";
import { headOf } from "./record-tables.ts";
import {
  requireComplete,
  requireHeld,
  requireNeeds,
  requireNoticeOver,
  requireRules,
  requireTimely,
} from "./require-complete.ts";
import { requireGapClosed } from "./require-gap-closed.ts";
import { requireLinkConfirmed } from "./require-link-confirmed.ts";
import { requireSeatsHold } from "./require-seats-hold.ts";
import { dropDrafts, toTitle, writeVersion } from "./write-version.ts";

type TakenStep = {
  readonly name: string;
  readonly reason?: string | null | undefined;
  /** What the step fills in. */
  readonly given?: Values;
};

/** Moves a record along an open step, with its version, its life line and its duties. Who may is decided before. [RG6] */
export async function takeStep(
  ctx: Context,
  register: Register,
  head: Head,
  { name, reason = null, given = {} }: TakenStep,
): Promise<Head> {
  const step = register.machine.steps[name];
  if (!step?.from.includes(head.state)) throw toWrongState(register, head);
  const content = await readVersion(ctx, register, head, head.version);
  requireTimely(register, name, content?.values ?? {}, toShanghaiDate(ctx.now));
  requireNeeds(register, name, content?.values ?? {});
  requireNoticeOver(register, name, head.stateSince, ctx.now);
  if (step.guard === "complete") requireComplete(register, content?.values ?? {});
  if (step.guard === "gapClosed") await requireGapClosed(ctx, content?.values ?? {});
  if (step.guard === "linkConfirmed") await requireLinkConfirmed(ctx, content?.values ?? {});
  if (step.guard === "seatsHold") await requireSeatsHold(ctx, given);
  const { states } = register.machine;
  const startsDraft = states[head.state]?.live === true && states[step.to]?.edit === "draft";
  const emptied = Object.fromEntries((step.empties ?? []).map((name) => [name, null]));
  const changes = { ...given, ...emptied };
  const values = { ...content?.values, ...changes };
  // What a step fills in keeps the rules that a form keeps.
  if (Object.keys(changes).length > 0) requireRules(register, values);
  if (step.guard === "held") requireHeld(values);
  // Areas may have been published since the record was written.
  await requireBlock(ctx, register, { values, state: step.to }, true);
  let version = head.version;
  if (content && (startsDraft || Object.keys(changes).length > 0)) {
    version += 1;
    await writeVersion(ctx, register, { ...head, version }, { ...content, values, note: null });
  }
  if (step.guard === "hasLive") version = await dropDraft(ctx, register, head);
  const moved = await moveHead(ctx, register, head, { to: step.to, version, values });
  await noteStep(ctx, register, moved, { step: name, from: head.state, reason });
  return moved;
}

/** Deletes the draft beside a live version. @returns the live version, which is the current one again */
async function dropDraft(ctx: Context, register: Register, head: Head): Promise<number> {
  if (head.liveVersion === null) throw toWrongState(register, head);
  await dropDrafts(ctx, register, [head]);
  return head.liveVersion;
}

async function moveHead(
  ctx: Context,
  register: Register,
  head: Head,
  { to, version, values }: { readonly to: string; readonly version: number; readonly values: Values },
): Promise<Head> {
  const target = register.machine.states[to];
  const liveVersion = target?.live ? version : target?.end ? null : head.liveVersion;
  const title = toTitle(register, values);
  // Readers of the head see the live title; a draft's own is for its owner.
  const shows = target?.live === true || liveVersion === null;
  const { rows } = await ctx.db.execute<Parameters<typeof toHead>[0]>(
    sql`update ${headOf(register)} set state = ${to}, state_since = ${ctx.now.toISOString()}::timestamptz, version = ${version},
        live_version = ${liveVersion}, revision = revision + 1, updated_at = ${ctx.now.toISOString()}::timestamptz,
        title_zh = ${shows ? sql`${title.zh}` : sql`title_zh`}, title_en = ${shows ? sql`${title.en}` : sql`title_en`}
      where id = ${head.id} and state = ${head.state} and revision = ${head.revision} returning *`,
  );
  if (!rows[0]) throw new LilinkError("CONFLICT");
  return toHead(rows[0]);
}

async function noteStep(
  ctx: Context,
  register: Register,
  head: Head,
  taken: { readonly step: string; readonly from: string; readonly reason: string | null },
): Promise<void> {
  await ctx.db.insert(recordStep).values({
    id: ctx.newId(),
    register: register.name,
    recordId: head.id,
    organizationId: head.organizationId,
    level: register.level,
    shown: register.machine.states[head.state]?.live === true,
    version: head.version,
    step: taken.step,
    fromState: taken.from,
    toState: head.state,
    reason: taken.reason,
    takenBy: personOf(ctx.actor),
    takenAt: ctx.now,
  });
  await settleRecordDuty(ctx, register, head, taken.step);
}

/** Starts the duty of a record's state and ends those of states that it left. [DU1] */
export async function settleRecordDuty(
  ctx: Context,
  register: Register,
  head: Head,
  step: string,
): Promise<void> {
  if (!register.due) return;
  const due = register.due[head.state];
  const asks = due && ("field" in due || due.recent);
  const values = (asks && (await readVersion(ctx, register, head, head.version))?.values) || {};
  await settleDuties(ctx, {
    subject: {
      kind: register.name,
      id: head.id,
      path: `/${register.rest.path}/${head.publicId}`,
      titleZh: head.titleZh ?? head.titleEn ?? head.publicId,
      titleEn: head.titleEn ?? head.titleZh ?? head.publicId,
    },
    // What waits for an officer is owed by the secretariat.
    holderId: reviewStatesOf(register).includes(head.state) ? null : head.organizationId,
    by: `${register.name}.${step}`,
    // The published list of what is overdue names no draft and nothing that is for its owner or its parties alone.
    live: register.machine.states[head.state]?.live === true && register.level !== "own",
    wanted: due && isStillOwed(due, values, toShanghaiDate(ctx.now)) ? toWanted(due, values) : null,
  });
}

/** Without its day nothing is owed yet. */
function toWanted(due: RecordDuty, values: Values): WantedDuty | null {
  if (!("field" in due)) return { kind: due.duty, workingDays: due.workingDays };
  const day = values[due.field];
  return isEmpty(day) ? null : { kind: due.duty, day: shiftMonths(String(day), due.months ?? 0) };
}

/** Names the state and the steps that are open instead. */
export function toWrongState(register: Register, { state }: Pick<Head, "state">): LilinkError {
  return new LilinkError("WRONG_STATE", { state, open: openStepsOf(register, state).join(" ") });
}
