import { duty, introduction, organization, returnForm, returnRound } from "@lilink/db/schema";
import type { SupportClock } from "@lilink/model/introduction";
import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  min,
  notInArray,
  type SQL,
} from "drizzle-orm";
import { readTitles } from "../../exchange/introduction/read-titles.ts";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;
/** Queues of officers, each one item of the desk that counts. */
const queued = ["claim", "report", "fact_contest"];

/** What the organization owes by a day, each with the page where it is done. [DK1], [DU4] */
export function listOwnDuties(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  return listDuties(ctx, eq(duty.holderId, organizationId));
}

/** What the secretariat itself owes by a day, without its queues. */
export function listSecretariatDuties(ctx: Context): Promise<DeskItem[]> {
  return listDuties(ctx, and(isNull(duty.holderId), notInArray(duty.subjectKind, queued)));
}

/** What a clock of a ticket asks for. [SP3] */
const supportItems = {
  answer: "supportAnswer",
  resolve: "supportResolve",
  confirm: "supportConfirm",
} as const satisfies Readonly<Record<SupportClock, DeskItem["kind"]>>;

async function listDuties(ctx: Context, which: SQL | undefined): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      duty,
      state: returnForm.state,
      period: returnRound.period,
      sheet: returnForm.sheet,
      reporter: organization.kind,
      organization: { nameZh: organization.nameZh, nameEn: organization.nameEn },
    })
    .from(duty)
    .leftJoin(returnForm, and(eq(returnForm.id, duty.subjectId), eq(duty.subjectKind, "return_form")))
    .leftJoin(returnRound, eq(returnRound.id, returnForm.roundId))
    .leftJoin(organization, eq(organization.id, returnForm.organizationId))
    .where(and(which, isNull(duty.endedAt)))
    .orderBy(asc(duty.dueAt), asc(returnForm.sheet), asc(duty.id))
    .limit(most);
  const concepts = await readConcepts(
    ctx,
    rows.filter(({ duty }) => duty.subjectKind === "introduction").map(({ duty }) => duty.subjectId),
  );
  return rows.flatMap((row): DeskItem[] => {
    const { subjectKind, kind, path, titleZh, titleEn, dueAt: due, startedAt: since } = row.duty;
    const item = { title: titleZh || null, titleEn: titleEn || null, count: 1, path, due, since };
    if (subjectKind === "introduction")
      return due < ctx.now
        ? []
        : [{ ...item, concept: concepts.get(row.duty.subjectId) ?? null, kind: "answer" }];
    if (subjectKind === "meeting_decision") return [{ ...item, kind: "decision" }];
    if (subjectKind === "relay_step") return [{ ...item, kind: "relay" }];
    if (subjectKind === "support_ticket") return [{ ...item, kind: supportItems[kind as SupportClock] }];
    if (!row.sheet || !row.organization)
      return [{ ...item, kind: "duty", duty: { register: subjectKind, kind } }];
    const form = {
      sheet: row.sheet,
      organization: row.organization,
      byFirm: row.reporter === "enterprise",
      overdue: kind === "file" && due < ctx.now,
    };
    return [{ ...item, kind: row.state === "queried" ? "returnQueried" : "return", title: row.period, form }];
  });
}

/** The concepts of the postings that introductions are about, by introduction. */
async function readConcepts(ctx: Context, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const asked = await ctx.db
    .select({ id: introduction.id, posting: introduction.askedPostingId })
    .from(introduction)
    .where(inArray(introduction.id, [...ids]));
  const titles = await readTitles(
    ctx,
    asked.map(({ posting }) => posting),
  );
  return new Map(asked.map(({ id, posting }) => [id, titles.get(posting)?.concept ?? null]));
}

/** Where the secretariat follows up what others left undone. */
const followUps = {
  "return_form.file": { kind: "lateReturn", path: "/review/returns?state=overdue" },
  "return_form.mend": { kind: "lateMend", path: "/review/returns?state=queried" },
  "meeting_decision.carryOut": { kind: "lateDecision", path: "/meetings" },
} as const;

/** What others owe and is overdue, one item for each kind, once one of the kind was told to the secretariat. [DU4] */
export async function listEscalated(ctx: Context): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({ subjectKind: duty.subjectKind, kind: duty.kind, count: count(), due: min(duty.dueAt) })
    .from(duty)
    .where(and(isNull(duty.endedAt), isNotNull(duty.holderId), lt(duty.dueAt, ctx.now)))
    .groupBy(duty.subjectKind, duty.kind)
    .having(gt(count(duty.escalatedAt), 0));
  return rows.flatMap(({ subjectKind, kind, count, due }) => {
    const followUp = followUps[`${subjectKind}.${kind}` as keyof typeof followUps];
    return due && followUp ? [{ ...followUp, title: null, count, due, since: due }] : [];
  });
}
