import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { PublicFigureForm } from "#features/release/components/public-figure-form.tsx";
import { PublicFigureTable } from "#features/release/components/public-figure-table.tsx";
import { toComponentOptions } from "#features/release/view.ts";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release.known"))("title") };
}

export default async function PublicFiguresPage() {
  const [t, locale] = await Promise.all([
    getTranslations("release.known"),
    getLocale(),
    requireOfficer("/review/figures"),
  ]);
  const { figures, ...found } = await (await caller()).publicFigure.list();
  const components = toComponentOptions(found.components, locale);
  return (
    <ClientMessages namespaces={["release"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewTabs current="figures" />
      <div className="mb-8">
        <PublicFigureTable figures={figures} components={components} />
      </div>
      <Section id="note" title={t("note")}>
        <PublicFigureForm components={components} />
      </Section>
    </ClientMessages>
  );
}
