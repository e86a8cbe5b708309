import { type PostingKind, postingKinds } from "@lilink/model/posting";
import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { CriteriaList } from "#features/posting/components/criteria-list.tsx";
import { NewForm } from "#features/posting/components/new-form.tsx";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posting.new"))("title") };
}

export default async function NewPostingPage({ searchParams }: PageProps<"/[locale]/postings/new">) {
  const [viewer, query, locale, t] = await Promise.all([
    requireMember("/postings/new"),
    searchParams,
    getLocale(),
    getTranslations("posting.new"),
  ]);
  const initialKind: PostingKind = postingKinds.find((kind) => kind === query.kind) ?? "need";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {viewer.organization.role === "viewer" ? (
        <NoticeBox tone="warning">{t("viewer")}</NoticeBox>
      ) : (
        <>
          {viewer.organization.verified ? null : (
            <NoticeBox tone="warning" className="mb-6 max-w-2xl">
              {t("unverified")}
            </NoticeBox>
          )}
          <ClientMessages namespaces={["posting"]}>
            <NewForm
              personId={viewer.personId}
              initialKind={initialKind}
              language={locale === "en" ? "en" : "zh"}
            />
          </ClientMessages>
        </>
      )}
      <CriteriaList />
    </>
  );
}
