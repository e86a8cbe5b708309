import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { AccompaniedPage } from "#features/engagement/components/accompanied-page.tsx";
import { readAccompanied } from "#features/engagement/queries.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/clients/introductions/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("engagement.accompany"))("title") };
}

export default async function AccompaniedIntroduction({ params }: Props) {
  const { id } = await params;
  await requireMember(`/clients/introductions/${id}`);
  const thread = await readAccompanied(id);
  if (!thread) notFound();
  return (
    <ClientMessages namespaces={["engagement"]}>
      <AccompaniedPage thread={thread} />
    </ClientMessages>
  );
}
