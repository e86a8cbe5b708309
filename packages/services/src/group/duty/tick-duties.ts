import { jobPayloads } from "@lilink/contract";
import { duty } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type DutyStage, findDutyRule, stageOf, warnedSince } from "@lilink/model/duty";
import { and, asc, isNull, lte, or, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { putOnAgenda } from "../meeting/put-on-agenda.ts";

type Duty = typeof duty.$inferSelect;
const movedStages = ["warned", "overdue", "escalated"] as const;
type Moved = (typeof movedStages)[number];

/** No holiday is longer and no warning earlier, so a due day further away needs none yet. */
const lookAheadMilliseconds = 64 * 86_400_000;
/** So many at once; those that nobody has to tell yet would otherwise keep the later ones waiting. */
const most = 2000;

/** Where a stage leaves its mark; a mark is set once, so of many workers one tells. */
const markOf = (stage: Moved) => `${stage}At` as const;

/** Makes silence visible: warns holders, tells them and then the secretariat what is overdue, and fills the next agenda. [DU3], [DU5] */
export const tickDuties = defineMutation({
  name: "duty.tick",
  input: jobPayloads["duty.tick"],
  authorize: { action: "duty.tick" },
  run: async (ctx) => {
    const moved: Record<Moved, Duty[]> = { warned: [], overdue: [], escalated: [] };
    for await (const open of listUntold(ctx)) {
      const told = await markStages(ctx, open);
      for (const stage of movedStages) moved[stage].push(...told[stage]);
      await tellHolders(ctx, told);
    }
    const { warned, overdue, escalated } = moved;
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

/** What is due soon or over and not told in full, the longest due first, page by page. */
async function* listUntold(ctx: Context): AsyncGenerator<readonly Duty[]> {
  const untold = or(...movedStages.map((stage) => isNull(duty[markOf(stage)])));
  const soon = lte(duty.dueAt, new Date(ctx.now.getTime() + lookAheadMilliseconds));
  for (let last: Duty | undefined; ; ) {
    const after =
      last && sql`(${duty.dueAt}, ${duty.id}) > (${last.dueAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
    const page = await ctx.db
      .select()
      .from(duty)
      .where(and(isNull(duty.endedAt), soon, untold, after))
      .orderBy(asc(duty.dueAt), asc(duty.id))
      .limit(most);
    yield page;
    if (page.length < most) return;
    last = page.at(-1);
  }
}

/** Marks how far each duty has come; an escalated one is overdue as well. @returns those that nobody marked before */
async function markStages(ctx: Context, open: readonly Duty[]): Promise<Record<Moved, Duty[]>> {
  const stages = new Map(open.map((one) => [one.id, stageOf(ruleOf(one), one, ctx.now)]));
  const at = (...wanted: DutyStage[]) =>
    open.filter(({ id }) => wanted.some((stage) => stages.get(id) === stage));
  return {
    overdue: await mark(ctx, "overdue", at("overdue", "escalated")),
    escalated: await mark(ctx, "escalated", at("escalated")),
    warned: await mark(ctx, "warned", at("warned")),
  };
}

/** Marks those that are due as they were read: one whose day moved meanwhile waits for the next run. */
async function mark(ctx: Context, stage: Moved, read: readonly Duty[]): Promise<Duty[]> {
  if (read.length === 0) return [];
  const key = markOf(stage);
  const ids = sql.param(read.map(({ id }) => id));
  const days = sql.param(read.map(({ dueAt }) => dueAt.toISOString()));
  // A warning of several is given anew when the next is due.
  const since = sql.param(
    read.map((one) => (stage === "warned" ? warnedSince(ruleOf(one), one, ctx.now) : null)?.toISOString()),
  );
  return ctx.db
    .update(duty)
    .set({ [key]: ctx.now })
    .where(
      and(
        sql`exists (select 1 from unnest(${ids}::uuid[], ${days}::timestamptz[], ${since}::timestamptz[]) as u (id, due, since)
          where u.id = ${duty.id} and u.due = ${duty.dueAt} and (${duty[key]} is null or ${duty[key]} < u.since))`,
        isNull(duty.endedAt),
      ),
    )
    .returning();
}

async function tellHolders(ctx: Context, { warned, overdue }: Record<Moved, Duty[]>): Promise<void> {
  const notices = [
    ...warned.map((one) => toNotice(one, "duty.due")),
    ...overdue.map((one) => toNotice(one, "duty.overdue")),
  ];
  const matters = new Map(notices.map((one) => [`${one.kind} ${one.causeKey}`, one]));
  await ctx.enqueueAll("notice.deliver", [...matters.values()]);
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
    causeKey: isSheet
      ? `${one.holderId}:${one.titleEn}:${day}`
      : `${one.id}:${day}${ruleOf(one).days && one.warnedAt ? `:${toShanghaiDate(one.warnedAt)}` : ""}`,
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
    causeKey: `${first.id}:${toShanghaiDate(first.dueAt)}`,
    path: "/desk",
    params: { count: String(rest.length + 1) },
    officers: true,
  });
}
