import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { ReleaseAskForm } from "#features/release/components/release-ask-form.tsx";
import { ReleaseList } from "#features/release/components/release-list.tsx";
import { readReleases, readRounds } from "#features/release/queries.ts";
import { readsMarket } from "#features/shell/view.ts";
import { findViewer } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";

type ReleasesPageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("title") };
}

export default async function ReleasesPage({ searchParams }: ReleasesPageProps) {
  const [t, viewer, { cursor, row }] = await Promise.all([
    getTranslations("release"),
    findViewer(),
    searchParams,
  ]);
  const after = typeof cursor === "string" ? cursor : undefined;
  const { items, nextCursor } = await orNotFound(readReleases(after));
  return (
    <ClientMessages namespaces={["release"]}>
      <PageHeader title={t("title")} badges={<SampleBadge />} lead={t("lead")} />
      <div className="mb-8 flex flex-col gap-3">
        <ReleaseList releases={items} />
        <CursorPages
          pathname="/releases"
          query={{ cursor: after }}
          nextCursor={nextCursor}
          shown={items.length}
          row={row}
        />
      </div>
      {viewer && readsMarket(viewer) ? (
        <Section id="ask" title={t("ask.title")}>
          <p className="prose-measure mb-3 text-muted">{t("ask.lead")}</p>
          <ReleaseAskForm rounds={await readRounds()} />
        </Section>
      ) : null}
    </ClientMessages>
  );
}
