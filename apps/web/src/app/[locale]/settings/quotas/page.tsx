import { Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuotaTable } from "#features/quota/components/quota-table.tsx";
import { readQuotas } from "#features/quota/queries.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("quotas") };
}

export default async function QuotasPage() {
  await requireMember("/settings/quotas");
  const [t, { quotas }] = await Promise.all([getTranslations("quota"), orNotFound(readQuotas())]);
  return (
    <Section id="quotas" title={t("title")}>
      <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
      <QuotaTable quotas={quotas} />
    </Section>
  );
}
