import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { SeriesPage } from "#features/series/components/series-page.tsx";
import { readOneSeries, readSeriesMeasures } from "#features/series/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { inLocale } from "#lib/in-locale.ts";
import { findViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/series/[code]">;

const read = async ({ params }: Props) => readOneSeries(decodeURIComponent((await params).code));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [latest] = (await read(props))?.editions ?? [];
  return latest ? { title: inLocale(latest.name, await getLocale()) } : {};
}

export default async function OneSeriesPage(props: Props) {
  const [series, viewer] = await Promise.all([read(props), findViewer()]);
  if (!series) notFound();
  const measures = can(actorOf(viewer), "series.adopt") ? await readSeriesMeasures(series.code) : null;
  return <SeriesPage series={series} measures={measures} />;
}
