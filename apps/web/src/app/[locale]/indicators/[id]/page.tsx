import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { readDefinitions } from "#features/definition/queries.ts";
import { readFigures } from "#features/figure/queries.ts";
import { IndicatorPage } from "#features/goal/components/indicator-page.tsx";
import { readIndicator } from "#features/goal/queries.ts";
import { inLocale } from "#lib/in-locale.ts";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/indicators/[id]">): Promise<Metadata> {
  const sheet = await readIndicator((await params).id);
  return sheet ? { title: inLocale(sheet.indicator.name, await getLocale()) } : {};
}

export default async function OneIndicatorPage({ params }: PageProps<"/[locale]/indicators/[id]">) {
  const { id } = await params;
  const sheet = await readIndicator(id);
  if (!sheet) notFound();
  const [figures, definitions] = await Promise.all([readFigures(id), readDefinitions(id)]);
  return (
    <ClientMessages namespaces={["definition"]}>
      <IndicatorPage sheet={sheet} figures={figures} definitions={definitions} />
    </ClientMessages>
  );
}
