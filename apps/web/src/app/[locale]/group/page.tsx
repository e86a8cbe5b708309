import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupPage } from "#features/governance/components/group-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("governance.group"))("title") };
}

export default async function Group({ searchParams }: PageProps<"/[locale]/group">) {
  const { on } = await searchParams;
  return <GroupPage on={typeof on === "string" && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined} />;
}
