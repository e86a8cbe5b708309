import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MachinesPage } from "#features/machine/components/machines-page.tsx";
import { readsMarket } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("machine"))("title") };
}

export default async function States() {
  if (!readsMarket(await requireViewer("/board/states"))) notFound();
  return <MachinesPage />;
}
