import { EmptyState, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { EntryFilter } from "#features/audit/components/entry-filter.tsx";
import { EntryTable } from "#features/audit/components/entry-table.tsx";
import { readFilters } from "#features/audit/view.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

const pathname = "/settings/acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.own"))("title") };
}

export default async function ActsPage({ searchParams }: PageProps<"/[locale]/settings/acts">) {
  const [query, locale, t, api, viewer] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("audit.own"),
    caller(),
    requireMember(pathname),
  ]);
  if (viewer.organization.role !== "admin")
    return (
      <Section id="acts" title={t("title")}>
        <EmptyState
          title={t("forAdmins")}
          body={t("forAdminsBody")}
          action={<ButtonLink href="/settings/members">{t("forAdminsStep")}</ButtonLink>}
        />
      </Section>
    );
  const { organization: _organization, ...filters } = readFilters(query);
  const [page, acts, team] = await Promise.all([
    orNotFound(api.audit.list({ limit: 50, ...filters })),
    api.audit.acts({}),
    api.member.list(),
  ]);
  const { cursor: _cursor, ...shown } = filters;
  return (
    <Section id="acts" title={t("title")}>
      <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
      <EntryFilter pathname={pathname} filters={filters} people={team.members} acts={acts} />
      <ExportLinks href={`/api/export/act?${new URLSearchParams({ ...shown, locale })}`} />
      <EntryTable caption={t("title")} pathname={pathname} rows={page.items} />
      <CursorPages
        pathname={pathname}
        query={filters}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </Section>
  );
}
