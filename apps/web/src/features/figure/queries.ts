import { judgedMeasure, pickLead } from "@lilink/model/goals";
import { caller } from "#lib/trpc/server.ts";

/** What is released of an indicator: all measures over the periods, the headline by each dimension, and one's peers. */
export async function readFigures(indicator: string) {
  const api = await caller();
  const latest = (measures: "headline" | "all", dimensions: string[] = []) =>
    api.release.latest({ indicators: [indicator], measures, dimensions });
  const { versions } = await api.definition.list({ indicator });
  const definition = versions.find(({ adopted }) => adopted)?.definition;
  if (!definition) return null;
  const dimensions = definition.breakdowns.flatMap(([dimension, ...others]) =>
    dimension && others.length === 0 ? [dimension] : [],
  );
  // Goals may be judged by another measure than the first of the definition.
  const leads = judgedMeasure(indicator) ?? null;
  const isLead = (series: { measure: string; headline: boolean }) =>
    leads ? series.measure === leads : series.headline;
  const [measures, peers, ...breakdowns] = await Promise.all([
    latest("all"),
    api.release.peers({ id: indicator }),
    ...dimensions.map((dimension) => latest(leads ? "all" : "headline", [dimension])),
  ]);
  return {
    definition,
    measures,
    lead: pickLead(indicator, measures),
    peers,
    breakdowns: dimensions.flatMap((dimension, at) => {
      const series = breakdowns[at]?.find(isLead);
      return series ? [{ dimension, series }] : [];
    }),
  };
}

export type Figures = NonNullable<Awaited<ReturnType<typeof readFigures>>>;
export type MeasureSeries = Figures["measures"][number];
export type ReleasedFigure = MeasureSeries["figures"][number];
export type PeerItem = Figures["peers"][number];
