import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CriteriaList } from "#features/posting/components/criteria-list.tsx";
import { NewForm } from "#features/posting/components/new-form.tsx";
import { StandingNeeds } from "#features/posting/components/standing-needs.tsx";
import { StartFrom } from "#features/posting/components/start-from.tsx";
import { conceptName, readNewAddress } from "#features/posting/view.ts";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posting.new"))("title") };
}

export default async function NewPostingPage({ searchParams }: PageProps<"/[locale]/postings/new">) {
  const asked = readNewAddress(await searchParams);
  const address = new URLSearchParams(Object.entries(asked)).toString();
  const [viewer, locale, t, several] = await Promise.all([
    requireMember(address ? `/postings/new?${address}` : "/postings/new"),
    getLocale(),
    getTranslations("posting.new"),
    getTranslations("posting.several"),
  ]);
  const mayPost = viewer.organization.role !== "viewer";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {mayPost ? (
        <>
          {viewer.organization.verified ? null : (
            <NoticeBox tone="warning" className="mb-6 max-w-2xl">
              {t("waiting")}
            </NoticeBox>
          )}
          <ClientMessages namespaces={["posting"]}>
            <NewForm
              personId={viewer.personId}
              asked={asked}
              conceptName={asked.concept ? conceptName(asked.concept, locale) : null}
              language={locale === "en" ? "en" : "zh"}
            />
          </ClientMessages>
        </>
      ) : (
        <NoticeBox tone="warning">{t("viewer")}</NoticeBox>
      )}
      {mayPost ? (
        <p className="mt-6">
          <TextLink href="/postings/new/several">{several("link")}</TextLink>
        </p>
      ) : null}
      {mayPost ? <StartFrom items={(await (await caller()).posting.listOwn({ limit: 5 })).items} /> : null}
      {mayPost ? <StandingNeeds concept={asked.concept ?? null} /> : null}
      <CriteriaList />
    </>
  );
}
