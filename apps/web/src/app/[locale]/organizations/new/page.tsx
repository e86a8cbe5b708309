import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { RegisterOrganizationForm } from "#features/organization/components/register-form.tsx";
import { provinceOptions } from "#features/organization/view.ts";
import { countryOptions } from "#lib/country-options.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.new"))("title") };
}

/** The longest name that a search hands over. */
const longest = 120;

export default async function NewOrganizationPage({
  searchParams,
}: PageProps<"/[locale]/organizations/new">) {
  const [t, locale, query] = await Promise.all([getTranslations("organization"), getLocale(), searchParams]);
  const name = typeof query.name === "string" ? query.name.trim().slice(0, longest) : "";
  await requireViewer(name ? `/organizations/new?${new URLSearchParams({ name })}` : "/organizations/new");
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
        <RegisterOrganizationForm
          name={name}
          countries={countryOptions(locale)}
          provinces={provinceOptions(locale)}
        />
      </ClientMessages>
    </div>
  );
}
