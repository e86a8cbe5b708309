import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientList } from "#features/engagement/components/client-list.tsx";
import { listClients } from "#features/engagement/queries.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("engagement.clients"))("title") };
}

export default async function ClientsPage() {
  const [t] = await Promise.all([getTranslations("engagement.clients"), requireMember("/clients")]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientList rows={await listClients()} />
    </>
  );
}
