import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LicencePage } from "#features/home/components/licence-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home.licences"))("title") };
}

export default LicencePage;
