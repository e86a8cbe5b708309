import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { EntryFilter } from "#features/audit/components/entry-filter.tsx";
import { EntryTable } from "#features/audit/components/entry-table.tsx";
import { readFilters } from "#features/audit/view.ts";
import { organizationName } from "#features/organization/view.ts";
import { holds } from "#features/shell/view.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.all"))("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/[locale]/audit">) {
  const [viewer, query, t, api, locale] = await Promise.all([
    requireMember("/audit"),
    searchParams,
    getTranslations("audit.all"),
    caller(),
    getLocale(),
  ]);
  if (!holds(viewer, "audit_admin")) notFound();
  const { person: _person, ...filters } = readFilters(query);
  const page = await orNotFound(api.audit.search({ limit: 50, ...filters }));
  const { organization } = filters;
  const found = organization ? await findOrNull(api.organization.load({ publicId: organization })) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <span className="inline-flex flex-wrap items-center gap-x-3 text-sm">
            <a
              className="text-link"
              download
              href={`/api/export/audit${organization ? `?${new URLSearchParams({ organization })}` : ""}`}
            >
              {organization ? t("exportOne") : t("export")}
            </a>
            <a className="text-link" href="/api/audit-key">
              {t("key")}
            </a>
          </span>
        }
      />
      <p className="prose-measure mb-3 text-sm text-muted">{t("help")}</p>
      <ClientMessages namespaces={["audit"]}>
        <EntryFilter
          pathname="/audit"
          filters={filters}
          organization={
            organization
              ? { publicId: organization, name: found ? organizationName(found, locale) : organization }
              : null
          }
        />
      </ClientMessages>
      <EntryTable caption={t("title")} pathname="/audit" rows={page.items} />
      <CursorPages
        pathname="/audit"
        query={filters}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </>
  );
}
