import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { SeveralForm } from "#features/posting/components/several-form.tsx";
import { phrasesOf } from "#features/posting/queries.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posting.several"))("title") };
}

export default async function SeveralPostingsPage() {
  const [viewer, locale, t] = await Promise.all([
    requireMember("/postings/new/several"),
    getLocale(),
    getTranslations("posting"),
  ]);
  return (
    <>
      <PageHeader
        up={<TextLink href="/postings/new">{t("new.title")}</TextLink>}
        title={t("several.title")}
        lead={t("several.lead")}
        actions={
          <a className="text-link" href={`/api/export/posting-template?locale=${locale}`} download>
            {t("several.template")}
          </a>
        }
      />
      {viewer.organization.role === "viewer" ? (
        <NoticeBox tone="warning">{t("new.viewer")}</NoticeBox>
      ) : (
        <ClientMessages namespaces={["posting"]}>
          <SeveralForm
            personId={viewer.personId}
            language={locale === "en" ? "en" : "zh"}
            phrases={{
              capability: phrasesOf("capability"),
              need: phrasesOf("need"),
              project: phrasesOf("project"),
            }}
          />
        </ClientMessages>
      )}
    </>
  );
}
