import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { AwardPage } from "#features/fund/components/award-page.tsx";
import { readAward } from "#features/fund/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { findViewer } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund/awards/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle(
    (await getTranslations("fund.award"))("title"),
    async () => (await readAward(id))?.award.title,
  );
}

export default async function OneAward({ params }: Props) {
  const { id } = await params;
  const [award, viewer] = await Promise.all([readAward(id), findViewer()]);
  if (!award) notFound();
  return (
    <ClientMessages namespaces={["fund", "relay"]}>
      <AwardPage {...award} viewer={viewer} />
    </ClientMessages>
  );
}
