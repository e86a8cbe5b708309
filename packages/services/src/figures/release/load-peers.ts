import { indicatorRefSchema } from "@lilink/contract";
import { figureBand, figureRelease, returnForm, returnValue } from "@lilink/db/schema";
import { type Definition, type FigureRow, measureRows } from "@lilink/model/goals/definition";
import { countedRows } from "@lilink/model/goals/release/making";
import { organizationOf } from "@lilink/model/policy";
import { and, asc, desc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";

/** The own figure of a period beside the middle of the peers; null where no own figure comes about. */
export type PeerFigure = {
  readonly period: string;
  readonly release: string;
  readonly measure: string;
  readonly unit: string;
  readonly own: string | null;
  readonly low: string;
  readonly middle: string;
  readonly high: string;
};

const shown = 24;

/** Own figures beside the bands of what the own organization was verified in, latest period first, each by its last edition. [RL10] */
export const loadPeers = defineQuery({
  name: "release.peers",
  input: indicatorRefSchema,
  authorize: { action: "release.browse" },
  run: async (ctx, { id }): Promise<readonly PeerFigure[]> => {
    const organizationId = organizationOf(ctx.actor);
    if (!organizationId) return [];
    const bands = await ctx.db
      .selectDistinctOn([figureRelease.period, figureBand.measure], {
        roundId: figureRelease.roundId,
        period: figureRelease.period,
        release: figureRelease.publicId,
        measure: figureBand.measure,
        unit: figureBand.unit,
        low: figureBand.low,
        middle: figureBand.middle,
        high: figureBand.high,
      })
      .from(figureBand)
      .innerJoin(figureRelease, eq(figureRelease.id, figureBand.releaseId))
      .where(eq(figureBand.indicator, id))
      .orderBy(desc(figureRelease.period), asc(figureBand.measure), desc(figureRelease.edition))
      .limit(shown);
    const found: PeerFigure[] = [];
    for (const period of new Set(bands.map((band) => band.period))) {
      const definitions = await definitionsInForce(ctx, period);
      const definition = definitions.find(({ indicator }) => indicator === id);
      const own = bands.filter((band) => band.period === period);
      const rows = await readOwnRows(ctx, organizationId, own[0]?.roundId ?? "", definitions);
      for (const { roundId: _round, ...band } of own)
        found.push({ ...band, own: definition ? ownOf(definition, definitions, band.measure, rows) : null });
    }
    return found;
  },
});

/** By the rule that the peers' figures follow: a place where a part was left out counts in no ratio. [RL15] */
function ownOf(
  definition: Definition,
  definitions: readonly Definition[],
  measure: string,
  rows: readonly FigureRow[],
): string | null {
  return measureRows(definition, measure, countedRows(definition, definitions, measure, rows));
}

async function readOwnRows(
  ctx: Context,
  organizationId: string,
  roundId: string,
  definitions: readonly Definition[],
): Promise<readonly FigureRow[]> {
  const dimensionsOf = new Map(
    definitions.flatMap(({ components }) =>
      components.map(({ code, dimensions }) => [code, dimensions] as const),
    ),
  );
  const rows = await ctx.db
    .select({ component: returnValue.component, place: returnValue.place, value: returnValue.value })
    .from(returnValue)
    .innerJoin(
      returnForm,
      and(eq(returnForm.id, returnValue.formId), eq(returnForm.verifiedVersion, returnValue.version)),
    )
    .where(and(eq(returnForm.organizationId, organizationId), eq(returnForm.roundId, roundId)));
  return rows.flatMap(({ component, place, value }) => {
    if (value === null) return [];
    const dimensions = dimensionsOf.get(component) ?? [];
    return [
      { component, value, place: Object.fromEntries(dimensions.map((id, at) => [id, place[at] ?? ""])) },
    ];
  });
}
