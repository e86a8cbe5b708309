import { jobPayloads } from "@lilink/contract";
import { chainHealth, chainHealthNode } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { descendantsOf } from "@lilink/model/chain";
import { type ChainEffort, isShareClosed, type JudgedFactor } from "@lilink/model/chain-health";
import { registerOf } from "@lilink/model/register";
import { desc, eq, sql } from "drizzle-orm";
import { settleDuties } from "../../duty/settle-duties.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { type Head, type HeadRow, toHead } from "../../record/find-record.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { takeStep } from "../../record/take-step.ts";
import { hasLink, isImported, openLink } from "./propose-link.ts";

type Link = { readonly head: Head; readonly node: string };
type Run = {
  readonly period: string;
  readonly judgedOn: string;
  readonly madeAt: Date;
  readonly effort: ChainEffort;
  readonly nodes: ReadonlyMap<
    string,
    {
      readonly low: number;
      readonly high: number;
      readonly mid: number | null;
      readonly factors: readonly JudgedFactor[];
    }
  >;
};

/** Days in which somebody must be there for a confirmed link. */
const patienceDays = 90;
/** So many nodes that hang on imports are opened by the platform, the weakest first. */
const mostOpened = 5;

/**
 * What happens to weak links by itself: nodes that hang on imports become candidates, organizations that could help are asked, a link that
 * somebody works on gets its time anew, and one whose gap is back for two months is reopened. [WL12] [WL13] [WL14]
 */
export const followLinks = defineMutation({
  name: "chainHealth.follow",
  input: jobPayloads["chainHealth.follow"],
  authorize: { action: "goal.import" },
  run: async (ctx) => {
    const [latest, before] = await readRuns(ctx);
    if (!latest) return { opened: 0, reopened: 0 };
    const opened = await openImported(ctx, latest);
    let reopened = 0;
    for (const link of await readLinks(ctx)) {
      if (link.head.state === "confirmed") {
        await askHelpers(ctx, link);
        await giveTime(ctx, link, latest);
      }
      if (link.head.state === "closed" && before && isBack(link, [latest, before])) {
        await takeStep(ctx, registerOf("weakLink"), link.head, {
          name: "reopen",
          reason: toReason([before.period, latest.period]),
        });
        reopened += 1;
      }
    }
    return { opened, reopened };
  },
  audit: (_input, { opened, reopened }) =>
    opened + reopened > 0 ? { subjectKind: "weakLink", subjectId: null, detail: { opened, reopened } } : null,
});

/** The last run of each of the last two months that have one. */
async function readRuns(ctx: Context): Promise<readonly Run[]> {
  const runs = await ctx.db
    .selectDistinctOn([chainHealth.period], {
      id: chainHealth.id,
      period: chainHealth.period,
      judgedOn: chainHealth.judgedOn,
      madeAt: chainHealth.madeAt,
      effort: chainHealth.effort,
    })
    .from(chainHealth)
    .orderBy(desc(chainHealth.period), desc(chainHealth.madeAt), desc(chainHealth.id))
    .limit(2);
  return Promise.all(
    runs.map(async ({ id, ...run }): Promise<Run> => {
      const rows = await ctx.db.select().from(chainHealthNode).where(eq(chainHealthNode.runId, id));
      return {
        ...run,
        nodes: new Map(
          rows.map(({ concept, geometricLow, geometricHigh, rankMid, factors }) => [
            concept,
            { low: geometricLow, high: geometricHigh, mid: rankMid, factors },
          ]),
        ),
      };
    }),
  );
}

/** What is imported and has no link yet becomes a candidate with a question; the platform opens few, and people the others. [WL13] */
async function openImported(ctx: Context, { nodes, judgedOn }: Run): Promise<number> {
  const weakest = [...nodes]
    .filter(([, { factors, mid }]) => mid !== null && isImported(factors))
    .toSorted(([, a], [, b]) => (a.mid ?? 0) - (b.mid ?? 0))
    .slice(0, mostOpened);
  let opened = 0;
  for (const [concept, { low, high, factors }] of weakest) {
    if (await hasLink(ctx, concept)) continue;
    await openLink(ctx, { concept, judgedOn, low, high, factors });
    opened += 1;
  }
  return opened;
}

async function readLinks(ctx: Context): Promise<readonly Link[]> {
  const register = registerOf("weakLink");
  const { rows } = await ctx.db.execute<HeadRow & { node: string }>(
    sql`select h.*, v.node from ${headOf(register)} h join ${versionOf(register)} v
      on v.record_id = h.id and v.version = h.version and v.level = ${register.level} where h.state in ('confirmed', 'closed')`,
  );
  return rows.map((row) => ({ head: toHead(row), node: row.node }));
}

/** Universities, institutes and firms that offer the node or a kind of it are asked once, each by a notice of its own. */
async function askHelpers(ctx: Context, { head, node }: Link): Promise<void> {
  const keys = [node, ...descendantsOf(node)].map((concept) => `offers:${concept}`);
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select distinct o.id from organization_stance s join organization o on o.id = s.organization_id
      where s.key = any (${sql.param(keys)}::text[]) and o.status = 'verified' and o.kind in ('enterprise', 'university_or_institute')
      order by o.id limit 200`,
  );
  await ctx.enqueueAll(
    "notice.deliver",
    rows.map(({ id }) => ({
      kind: "record.asked" as const,
      causeKey: `ask:${head.id}:${id}`,
      path: `/weak-links/${head.publicId}`,
      params: { zh: head.titleZh ?? "", en: head.titleEn ?? head.titleZh ?? "" },
      organizationId: id,
    })),
  );
}

/** While anything is live at the node, a need or an effort, the day by which somebody must be there moves on. [WL14] */
async function giveTime(ctx: Context, { head, node }: Link, { effort }: Run): Promise<void> {
  if (Object.keys(effort[node] ?? {}).length === 0) return;
  const { name, rest } = registerOf("weakLink");
  await settleDuties(ctx, {
    subject: {
      kind: name,
      id: head.id,
      path: `/${rest.path}/${head.publicId}`,
      titleZh: head.titleZh ?? head.publicId,
      titleEn: head.titleEn ?? head.titleZh ?? head.publicId,
    },
    holderId: null,
    by: "chainHealth.follow",
    live: true,
    wanted: { kind: "attend", day: shiftDate(toShanghaiDate(ctx.now), patienceDays) },
  });
}

/** Why a link is reopened, in both languages: a reason is kept as it was written. */
function toReason(periods: readonly string[]): string {
  const [zh, en] = (["zh-CN", "en-GB"] as const).map((language) => {
    const format = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
    return periods.map((period) => format.format(new Date(`${period}-01`)));
  });
  return `${zh?.join("和")}的评估均显示差距重现。The gap is open again in the judgements of ${en?.join(" and ")}.`;
}

/** Whether the gap of a closed link is open again, by what is surely known, in two months that were judged after it was closed. [WL12] */
function isBack({ head, node }: Link, runs: readonly Run[]): boolean {
  return runs.every(({ madeAt, nodes }) => {
    const gap = nodes.get(node)?.factors.find(({ factor }) => factor === "tech_gap");
    return madeAt > head.stateSince && gap?.fact != null && !isShareClosed(gap.fact.low);
  });
}
