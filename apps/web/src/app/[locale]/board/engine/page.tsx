import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { EnginePage } from "#features/engine/components/engine-page.tsx";
import { readEngine } from "#features/engine/queries.ts";
import { readsMarket } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("engine"))("title") };
}

export default async function Engine() {
  if (!readsMarket(await requireViewer("/board/engine"))) notFound();
  return (
    <ClientMessages namespaces={["engine"]}>
      <EnginePage engine={await readEngine()} />
    </ClientMessages>
  );
}
