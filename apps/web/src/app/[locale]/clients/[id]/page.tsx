import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ClientPage } from "#features/engagement/components/client-page.tsx";
import { readClient } from "#features/engagement/queries.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/clients/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("engagement.clients"))("title") };
}

export default async function OneClient({ params }: Props) {
  const { id } = await params;
  await requireMember(`/clients/${id}`);
  const client = await readClient(id);
  if (!client) notFound();
  return (
    <ClientMessages namespaces={["engagement", "posting"]}>
      <ClientPage client={client} />
    </ClientMessages>
  );
}
