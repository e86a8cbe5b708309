import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalPage } from "#features/home/components/legal-page.tsx";
import { runtime } from "#lib/runtime.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.terms"))("title") };
}

export default function TermsPage() {
  const { operatorName, operatorContact } = runtime().config;
  return <LegalPage text="terms" operator={operatorName} contact={operatorContact} />;
}
