import { can } from "@lilink/model/policy";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { TradeFileForm } from "#features/supply/components/trade-file-form.tsx";
import { actorOf } from "#lib/actor.ts";
import { countryOptions } from "#lib/country-options.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supply.file"))("title") };
}

export default async function TradeFilesPage() {
  const viewer = await requireMember("/supply/files");
  if (!can(actorOf(viewer), "series.adopt")) notFound();
  return <TradeFiles />;
}

function TradeFiles() {
  const t = useTranslations("supply.file");
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} up={<TextLink href="/supply">{t("up")}</TextLink>} />
      <ClientMessages namespaces={["supply"]}>
        <TradeFileForm countries={countryOptions(locale)} />
      </ClientMessages>
    </>
  );
}
