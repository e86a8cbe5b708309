import { jobPayloads } from "@lilink/contract";
import { duty } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type DutyStage, findDutyRule, stageOf } from "@lilink/model/duty";
import { and, asc, inArray, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { putOnAgenda } from "../meeting/put-on-agenda.ts";

type Duty = typeof duty.$inferSelect;
type Moved = Exclude<DutyStage, "running">;

/** No holiday of the calendar is longer, so a due day further away needs no warning yet. */
const lookAheadMilliseconds = 20 * 86_400_000;
/** So many in one run; the next run takes the rest. */
const most = 2000;

/** Where each stage leaves its mark; a mark is set once, so of many workers one tells. */
const marks = { warned: duty.warnedAt, overdue: duty.overdueAt, escalated: duty.escalatedAt } as const;

/** Makes silence visible: warns holders, tells them and then the secretariat what is overdue, and fills the next agenda. [DU3], [DU5] */
export const tickDuties = defineMutation({
  name: "duty.tick",
  input: jobPayloads["duty.tick"],
  authorize: { action: "duty.tick" },
  run: async (ctx) => {
    const open = await listUntold(ctx);
    const stages = new Map(open.map((one) => [one.id, stageOf(ruleOf(one), one, ctx.now)]));
    const at = (...wanted: DutyStage[]) =>
      open.filter(({ id }) => wanted.some((stage) => stages.get(id) === stage)).map(({ id }) => id);
    const overdue = await mark(ctx, "overdue", at("overdue", "escalated"));
    const escalated = await mark(ctx, "escalated", at("escalated"));
    const warned = await mark(ctx, "warned", at("warned"));
    const notices = [
      ...warned.map((one) => toNotice(one, "duty.due")),
      ...overdue.map((one) => toNotice(one, "duty.overdue")),
    ];
    const matters = new Map(notices.map((one) => [`${one.kind} ${one.causeKey}`, one]));
    await ctx.enqueueAll("notice.deliver", [...matters.values()]);
    await tellSecretariat(ctx, escalated);
    const agenda = await putOnAgenda(ctx);
    if (agenda) await ctx.enqueue("meeting.print", { meetingId: agenda.meetingId, kind: "agenda" });
    return {
      warned: warned.length,
      overdue: overdue.length,
      escalated: escalated.length,
      added: agenda?.added ?? 0,
    };
  },
  audit: () => null,
});

const ruleOf = ({ subjectKind, kind }: Duty) => findDutyRule(subjectKind, kind);

function listUntold(ctx: Context): Promise<Duty[]> {
  const untold = or(...Object.values(marks).map((column) => isNull(column)));
  return ctx.db
    .select()
    .from(duty)
    .where(
      and(isNull(duty.endedAt), lte(duty.dueAt, new Date(ctx.now.getTime() + lookAheadMilliseconds)), untold),
    )
    .orderBy(asc(duty.dueAt), asc(duty.id))
    .limit(most);
}

async function mark(ctx: Context, stage: Moved, ids: readonly string[]): Promise<Duty[]> {
  if (ids.length === 0) return [];
  const key = ({ warned: "warnedAt", overdue: "overdueAt", escalated: "escalatedAt" } as const)[stage];
  return ctx.db
    .update(duty)
    .set({ [key]: ctx.now })
    .where(and(inArray(duty.id, [...ids]), isNull(marks[stage]), isNull(duty.endedAt)))
    .returning();
}

/** Who is told of an introduction is found by its side: nobody here need know the holder. [IN2] */
function toNotice(one: Duty, kind: "duty.due" | "duty.overdue") {
  if (one.subjectKind === "introduction")
    return {
      kind: "introduction.reminder" as const,
      causeKey: one.subjectId,
      path: one.path,
      params: {},
      introductionId: one.subjectId,
      side: "asked" as const,
    };
  const day = toShanghaiDate(one.dueAt);
  // All sheets of a round are one matter for the organization that owes them.
  const isSheet = one.subjectKind === "return_form" && one.kind === "file";
  return {
    kind,
    causeKey: isSheet ? `${one.holderId}:${one.titleEn}:${day}` : `${one.id}:${day}`,
    path: isSheet ? "/returns" : one.path,
    params: { subject: one.subjectKind, zh: one.titleZh, en: one.titleEn, day },
    ...(one.holderId ? { organizationId: one.holderId } : { officers: true }),
  };
}

/** One notice for all that others owe: a day on which many returns are overdue is one matter. */
async function tellSecretariat(ctx: Context, escalated: readonly Duty[]): Promise<void> {
  const [first, ...rest] = escalated.filter(({ holderId }) => holderId !== null);
  if (!first) return;
  await ctx.enqueue("notice.deliver", {
    kind: "duty.escalated",
    causeKey: first.id,
    path: "/desk",
    params: { count: String(rest.length + 1) },
    officers: true,
  });
}
