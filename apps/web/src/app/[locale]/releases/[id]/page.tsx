import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ReleasePage } from "#features/release/components/release-page.tsx";
import { readFigures, readNames, readRelease } from "#features/release/queries.ts";
import { fullestOf } from "#features/release/view.ts";

type ReleaseProps = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly indicator?: string | string[] }>;
};

export async function generateMetadata({ params }: ReleaseProps): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations("release")]);
  const release = await readRelease(id);
  return { title: release ? t("name", { period: release.period, edition: release.edition }) : t("title") };
}

export default async function ReleaseOfId({ params, searchParams }: ReleaseProps) {
  const [{ id }, { indicator: asked }] = await Promise.all([params, searchParams]);
  const release = await readRelease(id);
  if (!release) notFound();
  const indicators = [...new Set(release.tables.map((table) => table.indicator))];
  const indicator = indicators.find((one) => one === asked) ?? fullestOf(release.tables);
  const [figures, names] = indicator
    ? await Promise.all([readFigures(id, indicator), readNames(release.coverage, [indicator])])
    : [[], new Map()];
  return (
    <ClientMessages namespaces={["release"]}>
      <ReleasePage release={release} indicator={indicator} figures={figures} names={names} />
    </ClientMessages>
  );
}
