import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { DirectoryFilter } from "#features/organization/components/directory-filter.tsx";
import { DirectoryTable } from "#features/organization/components/directory-table.tsx";
import { readDirectory } from "#features/organization/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("title") };
}

export default async function OrganizationsPage({ searchParams }: PageProps<"/[locale]/organizations">) {
  const [t, locale, query] = await Promise.all([getTranslations("organization"), getLocale(), searchParams]);
  const { filters, page } = await readDirectory(query, locale);
  const { cursor: _cursor, ...shown } = filters;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href="/organizations/new">{t("list.register")}</ButtonLink>
            <ExportLinks
              href={`/api/export/organization?${new URLSearchParams({ ...shown, lang: locale })}`}
            />
          </>
        }
      />
      <DirectoryFilter filters={filters} facets={page.facets} />
      <DirectoryTable rows={page.items} />
      <CursorPages pathname="/organizations" query={filters} nextCursor={page.nextCursor} />
    </>
  );
}
