import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readSeriesList(query: { readonly q?: string; readonly cursor?: string }) {
  return (await caller()).series.list({ ...query, limit: 50 });
}

export async function readOneSeries(code: string) {
  return findOrNull((await caller()).series.load({ code }));
}

export async function readSeriesMeasures(code: string) {
  return (await caller()).series.measures({ code });
}

export type SeriesListItem = Awaited<ReturnType<typeof readSeriesList>>["items"][number];
export type OneSeries = NonNullable<Awaited<ReturnType<typeof readOneSeries>>>;
export type SeriesItem = OneSeries["editions"][number];
export type AdoptionItem = OneSeries["adoptions"][number];
export type SeriesMeasure = Awaited<ReturnType<typeof readSeriesMeasures>>[number];
