import { proposeWeakLinkSchema } from "@lilink/contract";
import { chainHealth, chainHealthNode } from "@lilink/db/schema";
import { type Concept, loadConcept } from "@lilink/model/chain";
import {
  canNominate,
  type FactorId,
  type HealthNode,
  type JudgedFactor,
  weakFactorsOf,
} from "@lilink/model/chain-health";
import { LilinkError } from "@lilink/model/error";
import { registerOf } from "@lilink/model/register";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { toKey } from "../../record/cells.ts";
import { resourceOf } from "../../record/find-record.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { saveRecord } from "../../record/save-record.ts";
import { readGaps } from "./read-register-facts.ts";

type Node = {
  readonly concept: string;
  readonly judgedOn: string;
  readonly low: number;
  readonly high: number;
  readonly factors: readonly JudgedFactor[];
};

const titleOf = ({ zh, en }: Concept) => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) });

const imported: readonly FactorId[] = ["import_dependence", "source_concentration"];

/** An officer names a node as a candidate; what it was judged by comes in with it. [WL11] */
export const proposeWeakLink = defineMutation({
  name: "chainHealth.propose",
  input: proposeWeakLinkSchema,
  authorize: { action: "record.edit", resource: (ctx) => resourceOf(ctx, registerOf("weakLink"), null) },
  run: async (ctx, { concept }) => {
    const node = await findNode(ctx, concept);
    if (!node) throw new LilinkError("NOT_FOUND");
    if (!canNominate(node, node.of)) throw new LilinkError("WRONG_STATE", { state: "sound" });
    if (await hasLink(ctx, concept)) throw new LilinkError("WRONG_STATE", { state: "named" });
    const { id, publicId } = await openLink(ctx, node);
    return { id, publicId };
  },
  audit: (_input, { id }) => ({ subjectKind: "weakLink", subjectId: id }),
});

async function findNode(
  ctx: Context,
  concept: string,
): Promise<(Node & Pick<HealthNode, "rank"> & { readonly of: number }) | null> {
  const [node] = await ctx.db
    .select({
      concept: chainHealthNode.concept,
      judgedOn: chainHealth.judgedOn,
      low: chainHealthNode.geometricLow,
      high: chainHealthNode.geometricHigh,
      factors: chainHealthNode.factors,
      rankLow: chainHealthNode.rankLow,
      rankMid: chainHealthNode.rankMid,
      rankHigh: chainHealthNode.rankHigh,
      of: sql<number>`(select count(*)::int from chain_health_node n where n.run_id = ${chainHealth.id} and n.known > 0)`,
    })
    .from(chainHealthNode)
    .innerJoin(chainHealth, eq(chainHealth.id, chainHealthNode.runId))
    .where(eq(chainHealthNode.concept, concept))
    .orderBy(desc(chainHealth.madeAt), desc(chainHealth.id))
    .limit(1);
  if (!node) return null;
  const { rankLow: lowest, rankMid: mid, rankHigh: highest, ...rest } = node;
  const isRanked = lowest !== null && mid !== null && highest !== null;
  return { ...rest, rank: isRanked ? { low: lowest, mid, high: highest } : null };
}

/** Whether a node has a link already, in whatever state, or another link has its name. */
export async function hasLink(ctx: Context, concept: string): Promise<boolean> {
  const register = registerOf("weakLink");
  const { rows } = await ctx.db.execute(
    sql`select 1 from ${headOf(register)} h join ${versionOf(register)} v on v.record_id = h.id and v.version = h.version
      where v.node = ${concept} or h.key = ${toKey(register, { title: titleOf(loadConcept(concept)) })} limit 1`,
  );
  return rows.length > 0;
}

/** Opens a candidate of a judged node, with the factors that make it weak and what is asked of those who could help. */
export async function openLink(ctx: Context, { concept, judgedOn, low, high, factors }: Node) {
  const register = registerOf("weakLink");
  const of = loadConcept(concept);
  const weak = reasonsOf(factors);
  const save = saveRecord(register);
  const given = save.input.parse({
    values: {
      ...Object.fromEntries(Object.keys(register.fields).map((name) => [name, null])),
      title: titleOf(of),
      node: concept,
      factors: weak,
      score: { value: null, low: String(low), high: String(high), unit: "1", basis: null },
      judgedOn,
      ask: await toAsk(ctx, of, weak),
    },
    sources: [{ title: "锂链通：链条健康度 / LiLink: chain health", date: judgedOn }],
    readings: { score: { reading: "computed", source: 0 } },
  });
  return save.run(ctx, given);
}

/** The factors that are surely weak; where none is, the one that weighs most. */
function reasonsOf(factors: readonly JudgedFactor[]): readonly FactorId[] {
  const sure = weakFactorsOf(factors);
  if (sure.length > 0) return sure.map(({ factor }) => factor);
  const [most] = factors
    .filter(({ fact }) => fact !== null)
    .toSorted((a, b) => b.low * b.weight - a.low * a.weight);
  return most ? [most.factor] : [];
}

/** Whether a node hangs on imports or on few sources of them. [WL13] */
export const isImported = (factors: readonly JudgedFactor[]): boolean =>
  weakFactorsOf(factors).some(({ factor }) => imported.includes(factor));

/** What is asked for in both languages: the measured gap where there is one, and more sources where it hangs on few. */
async function toAsk(ctx: Context, of: Concept, weak: readonly FactorId[]) {
  const gaps = (await readGaps(ctx)).filter(({ node }) => node === of.id);
  const lines = [
    ...gaps.map(({ measure, unit, domestic, frontier, method }) => ({
      zh: `${measure}：由 ${domestic} 达到 ${frontier} ${unit}${method ? `（${method}）` : ""}。`,
      en: `${measure}: from ${domestic} to ${frontier} ${unit}${method ? ` (${method})` : ""}.`,
    })),
    ...(weak.some((factor) => imported.includes(factor))
      ? [
          {
            zh: `${of.zh}的更多来源，降低对少数来源地的依赖。`,
            en: `More sources of ${of.en}, so that less hangs on a few places.`,
          },
        ]
      : []),
  ];
  if (lines.length === 0) return null;
  return { zh: lines.map(({ zh }) => zh).join(""), en: lines.map(({ en }) => en).join(" ") };
}
