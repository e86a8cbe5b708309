import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpPage } from "#features/home/components/help-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default function Help() {
  return <HelpPage />;
}
