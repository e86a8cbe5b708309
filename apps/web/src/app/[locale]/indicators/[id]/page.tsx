import { isLocale } from "@lilink/i18n";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { readDefinitions } from "#features/definition/queries.ts";
import { readFigures } from "#features/figure/queries.ts";
import { IndicatorPage } from "#features/goal/components/indicator-page.tsx";
import { readFloor, readIndicator } from "#features/goal/queries.ts";
import { IndicatorGaps } from "#features/governance/components/gap-bars.tsx";
import { readIndicatorGaps } from "#features/governance/queries.ts";
import { toBest } from "#features/governance/view.ts";
import { CurrentPage } from "#features/shell/components/current-page.tsx";
import { inLocale } from "#lib/in-locale.ts";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/indicators/[id]">): Promise<Metadata> {
  const sheet = await readIndicator((await params).id);
  return sheet ? { title: inLocale(sheet.indicator.name, await getLocale()) } : {};
}

export default async function OneIndicatorPage({ params }: PageProps<"/[locale]/indicators/[id]">) {
  const { id, locale } = await params;
  const sheet = await readIndicator(id);
  if (!sheet || !isLocale(locale)) notFound();
  const [figures, definitions, gaps, floor] = await Promise.all([
    readFigures(id),
    readDefinitions(id),
    readIndicatorGaps(id),
    readFloor(),
  ]);
  return (
    <ClientMessages namespaces={["definition"]}>
      <CurrentPage under="/goals" />
      <IndicatorPage
        sheet={sheet}
        figures={figures}
        definitions={definitions}
        floor={floor.percent}
        best={toBest(gaps, locale)}
        frontier={<IndicatorGaps indicator={id} />}
      />
    </ClientMessages>
  );
}
