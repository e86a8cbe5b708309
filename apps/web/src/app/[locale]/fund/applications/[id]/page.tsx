import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ApplicationPage } from "#features/fund/components/application-page.tsx";
import { readApplication } from "#features/fund/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund/applications/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("fund.own"))("name"), async () => {
    await requireMember(`/fund/applications/${id}`);
    return (await readApplication(id))?.application.title || undefined;
  });
}

export default async function OneApplication({ params }: Props) {
  const { id } = await params;
  const viewer = await requireMember(`/fund/applications/${id}`);
  const found = await readApplication(id);
  if (!found) notFound();
  return (
    <ClientMessages namespaces={["fund", "posting"]}>
      <ApplicationPage {...found} leadKind={viewer.organization.kind} />
    </ClientMessages>
  );
}
