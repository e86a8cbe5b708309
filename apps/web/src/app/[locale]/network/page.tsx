import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { NetworkPage } from "#features/network/components/network-page.tsx";
import { readNetwork } from "#features/network/queries.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("network"))("title") };
}

export default async function Network() {
  await requireMember("/network");
  return (
    <ClientMessages namespaces={["network"]}>
      <NetworkPage network={await readNetwork()} />
    </ClientMessages>
  );
}
