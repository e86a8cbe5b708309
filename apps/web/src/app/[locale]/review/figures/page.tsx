import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { PublicFigureForm } from "#features/release/components/public-figure-form.tsx";
import { PublicFigureTable } from "#features/release/components/public-figure-table.tsx";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release.known"))("title") };
}

export default async function PublicFiguresPage() {
  const [t] = await Promise.all([getTranslations("release.known"), requireOfficer("/review/figures")]);
  const figures = await (await caller()).publicFigure.list();
  return (
    <ClientMessages namespaces={["release"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewTabs current="figures" />
      <div className="mb-8">
        <PublicFigureTable figures={figures} />
      </div>
      <Section id="note" title={t("note")}>
        <PublicFigureForm />
      </Section>
    </ClientMessages>
  );
}
