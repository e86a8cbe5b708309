import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ProposalPage } from "#features/definition/components/proposal-page.tsx";
import { readDefinitions } from "#features/definition/queries.ts";
import { readIndicator } from "#features/goal/queries.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("definition"))("propose.link") };
}

export default async function Proposal({ params }: PageProps<"/[locale]/indicators/[id]/definition">) {
  const { id } = await params;
  await requireViewer(`/indicators/${id}/definition`);
  const [sheet, data] = await Promise.all([readIndicator(id), readDefinitions(id)]);
  const base = data?.versions.find(({ adopted }) => adopted);
  if (!sheet || !data?.mayPropose || !base) notFound();
  return (
    <ClientMessages namespaces={["definition"]}>
      <ProposalPage name={sheet.indicator.name} data={data} base={base} />
    </ClientMessages>
  );
}
