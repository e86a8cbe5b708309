import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { DirectoryFilter } from "#features/organization/components/directory-filter.tsx";
import { DirectoryMap } from "#features/organization/components/directory-map.tsx";
import { DirectoryTable } from "#features/organization/components/directory-table.tsx";
import { readDirectory } from "#features/organization/queries.ts";
import { countListed } from "#features/organization/view.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("title") };
}

export default async function OrganizationsPage({ searchParams }: PageProps<"/[locale]/organizations">) {
  const [t, locale, query] = await Promise.all([getTranslations("organization"), getLocale(), searchParams]);
  const { filters, page } = await readDirectory(query, locale);
  const count = countListed(filters, page.facets);
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
      <p role="status" className="mb-3 text-sm text-muted tabular-nums">
        {t("list.count", { count })}
      </p>
      <div className="gap-6 xl:grid xl:grid-cols-[minmax(0,1fr)_16rem] 2xl:gap-10">
        <div className="min-w-0">
          <DirectoryTable rows={page.items} />
          {filters.q ? (
            <p className="mt-4 text-sm">
              {t.rich(page.items.length > 0 ? "list.noneOfThese" : "list.notHere", {
                name: filters.q,
                register: (text) => (
                  <TextLink href={`/organizations/new?${new URLSearchParams({ name: filters.q ?? "" })}`}>
                    {text}
                  </TextLink>
                ),
              })}
            </p>
          ) : null}
          <CursorPages
            pathname="/organizations"
            query={filters}
            nextCursor={page.nextCursor}
            shown={page.items.length}
            row={query.row}
            count={count}
          />
        </div>
        <DirectoryMap filters={shown} provinces={page.facets.province} />
      </div>
    </>
  );
}
