import { isLocale } from "@lilink/i18n";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TechniquePage } from "#features/deposit/components/technique-page.tsx";
import { readDeposits } from "#features/deposit/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supply.deposit"))("title") };
}

export default async function TechniquesPage() {
  const [locale, deposits] = await Promise.all([getLocale(), readDeposits()]);
  return <TechniquePage deposits={deposits} locale={isLocale(locale) ? locale : "en"} />;
}
