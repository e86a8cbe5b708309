import { formatPeriod } from "@lilink/i18n";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ReleasePage } from "#features/release/components/release-page.tsx";
import { readFigures, readNames, readRelease } from "#features/release/queries.ts";

type ReleaseProps = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly indicator?: string | string[] }>;
};

export async function generateMetadata({ params }: ReleaseProps): Promise<Metadata> {
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("release"), getLocale()]);
  const release = await readRelease(id);
  if (!release) return { title: t("title") };
  return { title: t("name", { period: formatPeriod(release.period, locale), edition: release.edition }) };
}

export default async function ReleaseOfId({ params, searchParams }: ReleaseProps) {
  const [{ id }, { indicator: asked }] = await Promise.all([params, searchParams]);
  const release = await readRelease(id);
  if (!release) notFound();
  const indicators = [...new Set(release.tables.map((table) => table.indicator))];
  // Without one it opens with the totals of all; the only one of a release is shown at once.
  const indicator =
    indicators.find((one) => one === asked) ?? (indicators.length === 1 ? indicators[0] : null) ?? null;
  const [figures, names] = await Promise.all([
    readFigures(id, indicator ?? undefined),
    readNames(release.coverage, indicator ? [indicator] : indicators),
  ]);
  return (
    <ClientMessages namespaces={["release"]}>
      <ReleasePage release={release} indicator={indicator} figures={figures} names={names} />
    </ClientMessages>
  );
}
