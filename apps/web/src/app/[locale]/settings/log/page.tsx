import { Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { DisclosureTable } from "#features/settings/components/disclosure-table.tsx";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("disclosures") };
}

export default async function DisclosureLogPage({ searchParams }: PageProps<"/[locale]/settings/log">) {
  const [query, locale, t] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("settings.disclosures"),
    requireMember("/settings/log"),
  ]);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const page = await orNotFound(
    (await caller()).disclosure.list({ limit: 50, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Section id="log" title={t("caption")}>
      <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
      {page.items.length > 0 ? (
        <ExportLinks href={`/api/export/disclosure?${new URLSearchParams({ locale })}`} />
      ) : null}
      <DisclosureTable rows={page.items} />
      <CursorPages
        pathname="/settings/log"
        query={{ cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </Section>
  );
}
