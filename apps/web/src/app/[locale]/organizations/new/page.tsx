import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { countryOptions } from "#features/organization/components/country-options.ts";
import { RegisterOrganizationForm } from "#features/organization/components/register-form.tsx";
import { provinceOptions } from "#features/organization/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.new"))("title") };
}

export default async function NewOrganizationPage() {
  const [t, locale] = await Promise.all([getTranslations("organization"), getLocale()]);
  await requireViewer("/organizations/new");
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader
        up={<TextLink href="/organizations">{t("detail.up")}</TextLink>}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <NoticeBox className="mb-6">
        {t("new.first")} <TextLink href="/organizations">{t("detail.up")}</TextLink>
      </NoticeBox>
      <ClientMessages namespaces={["organization"]}>
        <RegisterOrganizationForm countries={countryOptions(locale)} provinces={provinceOptions(locale)} />
      </ClientMessages>
    </div>
  );
}
