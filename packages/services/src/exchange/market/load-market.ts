import { marketReport } from "@lilink/db/schema";
import { balanceChain, type ConceptBalance, listWeakLinks, type WeakLink } from "@lilink/model/allocation";
import { convertUnit, loadConcept } from "@lilink/model/chain";
import type { PostingFigure, PostingVolume } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import type { AllocationSums } from "./sum-allocation.ts";

/** A concept with what is asked and offered of it; `askedBy` and `offeredBy` postings state a yearly amount in tonnes. */
export type MarketConcept = WeakLink & {
  readonly link: string;
  readonly askedBy: number;
  readonly offeredBy: number;
  readonly otherBasis: OtherBasis;
};

/** Yearly amounts in tonnes of LCE, which are no tonnes of the goods and so stand beside them. */
export type OtherBasis = { readonly asked?: string; readonly offered?: string };

/** A concept with what is met of what is asked, and how many of its postings state the amounts that this rests on. */
export type MarketBalance = ConceptBalance & {
  readonly link: string;
  readonly needs: number;
  readonly askedBy: number;
  readonly capabilities: number;
  readonly offeredBy: number;
  readonly otherBasis: OtherBasis;
};

/** The market as the coordination group sees it: congestion under the last allocation, weak links and volumes ([MK4], [MK7]). */
export const loadMarket = defineQuery({
  name: "market.load",
  input: z.object({}),
  authorize: { action: "market.read" },
  run: async (ctx) => {
    const [row] = await ctx.db.select().from(marketReport);
    if (!row) return null;
    const sums = row.report as AllocationSums;
    const amounts = await addUpAmounts(ctx);
    const concepts = new Map(sums.concepts.map((one) => [one.concept, one]));
    const supplies = sums.concepts.map(({ concept, needs, capabilities, projects }) => ({
      concept,
      needs,
      capabilities,
      projects,
      ...amounts.get(concept)?.total,
    }));
    const weakLinks = listWeakLinks(supplies, []).map(
      (weak): MarketConcept => ({
        ...weak,
        constraint: concepts.get(weak.concept)?.constraint ?? null,
        link: concepts.get(weak.concept)?.link ?? "",
        askedBy: amounts.get(weak.concept)?.askedBy ?? 0,
        offeredBy: amounts.get(weak.concept)?.offeredBy ?? 0,
        otherBasis: amounts.get(weak.concept)?.otherBasis ?? {},
      }),
    );
    const balance = balanceAll(sums, amounts);
    return { at: row.madeAt, modelVersion: row.modelVersion, sums, weakLinks, balance };
  },
});

/** Every concept that somebody asks or offers, whether or not an amount is stated. */
function balanceAll({ concepts }: AllocationSums, amounts: ReadonlyMap<string, Amounts>): MarketBalance[] {
  const counted = new Map(concepts.map((one) => [one.concept, one]));
  const known = [...new Set([...counted.keys(), ...amounts.keys()])].sort();
  const stated = known.map((concept) => ({ concept, ...amounts.get(concept)?.total }));
  return balanceChain(stated).map((own) => {
    const { askedBy, offeredBy, otherBasis } = amounts.get(own.concept) ?? none;
    // What was published since the last allocation is not counted there yet.
    const { needs = 0, capabilities = 0 } = counted.get(own.concept) ?? {};
    return {
      ...own,
      link: loadConcept(own.concept).link,
      needs: Math.max(needs, askedBy),
      askedBy,
      capabilities: Math.max(capabilities, offeredBy),
      offeredBy,
      otherBasis,
    };
  });
}

type Stated = {
  readonly id: string;
  readonly kind: "need" | "capability";
  readonly concept: string;
  readonly volume: PostingVolume | null;
  readonly capacity: PostingFigure | null;
};

type Amounts = {
  readonly total: { asked?: string; offered?: string };
  readonly otherBasis: { asked?: string; offered?: string };
  askedBy: number;
  offeredBy: number;
};
const none: Amounts = { total: {}, otherBasis: {}, askedBy: 0, offeredBy: 0 };

/**
 * Tonnes a year by concept, from the volumes and capacities that this officer may read, and apart from them tonnes of LCE a year; what is
 * neither, or under terms, is left out. [US4]
 */
async function addUpAmounts(ctx: Context): Promise<Map<string, Amounts>> {
  const { rows } = await ctx.db.execute<Stated>(sql`
    select p.posting_id as id, p.kind, p.concept, p.fields -> 'volume' as volume,
      jsonb_path_query_first(p.fields, '$.figures[*] ? (@.attribute == "capacity_ta")') as capacity
    from posting_part p
    where p.state = 'live' and (p.level = 'everyone' or p.level = 'member' and p.use_version is null) and p.kind in ('need', 'capability')
      and (p.valid_until is null or p.valid_until > ${ctx.now.toISOString()}::timestamptz)
      and (p.fields ? 'volume' or p.fields @> '{"figures": [{"attribute": "capacity_ta"}]}')
    order by p.posting_id, p.level, p.walled`);
  const byConcept = new Map<string, Amounts>();
  const counted = new Set<string>();
  for (const { id, kind, concept, volume, capacity } of rows) {
    const amountIn = (unit: string) =>
      toUnit(volume?.amount, volume?.unit, unit) ?? toUnit(capacity?.value, capacity?.unit, unit);
    const tonnes = amountIn("t/a");
    const amount = tonnes ?? amountIn("t LCE/a");
    if (amount === null || counted.has(id)) continue;
    counted.add(id);
    const known = byConcept.get(concept) ?? { total: {}, otherBasis: {}, askedBy: 0, offeredBy: 0 };
    byConcept.set(concept, known);
    const side = kind === "need" ? "asked" : "offered";
    const sums = tonnes === null ? known.otherBasis : known.total;
    sums[side] = amount.plus(sums[side] ?? 0).toString();
    if (tonnes !== null) known[side === "asked" ? "askedBy" : "offeredBy"]++;
  }
  return byConcept;
}

function toUnit(amount: string | undefined, unit: string | undefined, wanted: string) {
  if (amount === undefined || unit === undefined) return null;
  const converted = convertUnit(amount, unit, wanted);
  return converted.ok ? converted.value : null;
}
