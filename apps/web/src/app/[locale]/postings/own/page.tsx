import { postingStates } from "@lilink/model/posting";
import { LinkTabs, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnBulk } from "#features/posting/components/own-bulk.tsx";
import { OwnList } from "#features/posting/components/own-list.tsx";
import { ReachedStrip } from "#features/posting/components/reached-strip.tsx";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posting.own"))("title") };
}

export default async function OwnPostingsPage({ searchParams }: PageProps<"/[locale]/postings/own">) {
  const [query, locale, t, common, api, viewer] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("posting"),
    getTranslations("common.state"),
    caller(),
    requireMember("/postings/own"),
  ]);
  const mayAct = viewer.organization.role !== "viewer";
  const state = postingStates.find((one) => one === query.state);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const page = await orNotFound(
    api.posting.listOwn({
      limit: 30,
      ...(state ? { states: [state] } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const all = Object.values(page.counts).reduce((sum, n) => sum + n, 0);
  const tabs = [{ key: "all", href: "/postings/own", n: all }].concat(
    postingStates.map((one) => ({ key: one, href: `/postings/own?state=${one}`, n: page.counts[one] ?? 0 })),
  );
  return (
    <>
      <PageHeader
        title={t("own.title")}
        lead={t("own.lead")}
        actions={
          <>
            {all > 0 ? (
              <ExportLinks
                href={`/api/export/own-posting?${new URLSearchParams({ locale, ...(state ? { state } : {}) })}`}
              />
            ) : null}
            <ButtonLink variant="accent" href="/postings/new">
              {t("new.title")}
            </ButtonLink>
          </>
        }
      />
      {all > 0 ? (
        <LinkTabs label={t("own.filter")}>
          {tabs.map(({ key, href, n }) => (
            <LinkTab key={key} href={href} current={key === (state ?? "all")}>
              {key === "all" ? t("own.all") : t(`state.${key as (typeof postingStates)[number]}`)}
              <span className="ml-2 text-sm text-muted tabular-nums">{n}</span>
            </LinkTab>
          ))}
        </LinkTabs>
      ) : null}
      <LiveRefresh topics={["posting"]} label={common("loading")} />
      {page.reached.published > 0 ? <ReachedStrip reached={page.reached} /> : null}
      {mayAct && page.items.some(({ live }) => live) ? (
        <ClientMessages namespaces={["posting"]}>
          <OwnBulk />
        </ClientMessages>
      ) : null}
      <OwnList items={page.items} filtered={state !== undefined} mayAct={mayAct} />
      <CursorPages
        pathname="/postings/own"
        query={{ state, cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
        count={state ? (page.counts[state] ?? 0) : all}
      />
    </>
  );
}
