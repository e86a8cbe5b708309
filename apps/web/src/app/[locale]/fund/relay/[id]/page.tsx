import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ResultPage } from "#features/relay/components/result-page.tsx";
import { readResult } from "#features/relay/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { findViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund/relay/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle(
    (await getTranslations("relay"))("title"),
    async () => (await readResult(id))?.result.title,
  );
}

export default async function OneRelayResult({ params }: Props) {
  const { id } = await params;
  const [found, viewer] = await Promise.all([readResult(id), findViewer()]);
  if (!found) notFound();
  return (
    <ClientMessages namespaces={["relay"]}>
      <ResultPage {...found} viewer={viewer} />
    </ClientMessages>
  );
}
