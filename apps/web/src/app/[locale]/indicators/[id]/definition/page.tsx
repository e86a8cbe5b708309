import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ProposalPage } from "#features/definition/components/proposal-page.tsx";
import { readDefinitions } from "#features/definition/queries.ts";
import { readIndicator } from "#features/goal/queries.ts";
import { inLocale } from "#lib/in-locale.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireViewer } from "#lib/session.ts";

type ProposalProps = PageProps<"/[locale]/indicators/[id]/definition">;

export async function generateMetadata({ params }: ProposalProps): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  return toPageTitle((await getTranslations("definition"))("propose.link"), async () => {
    const sheet = await readIndicator(id);
    return sheet && inLocale(sheet.indicator.name, locale);
  });
}

export default async function Proposal({ params }: ProposalProps) {
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
