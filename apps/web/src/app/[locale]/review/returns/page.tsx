import { LinkTabs, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { QueueTable } from "#features/return/components/queue-table.tsx";
import { requireChecker } from "#features/return/queries.ts";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { decidesReturns } from "#features/shell/view.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

const states = ["waiting", "queried", "verified", "overdue"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return.queue"))("title") };
}

export default async function ReturnQueuePage({ searchParams }: PageProps<"/[locale]/review/returns">) {
  const [query, t, api, viewer] = await Promise.all([
    searchParams,
    getTranslations("return.queue"),
    caller(),
    requireChecker("/review/returns"),
  ]);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const state = states.find((one) => one === query.state) ?? "waiting";
  const page = await orNotFound(api.return.queue({ state, limit: 30, ...(cursor ? { cursor } : {}) }));
  return (
    <>
      <PageHeader
        title={t(state === "overdue" ? "overdueTitle" : "title")}
        lead={t(state === "overdue" ? "overdueLead" : "lead")}
      />
      <ReviewTabs current="returns" checksOnly={!viewer.officer} />
      <LinkTabs label={t("filter")}>
        {states.map((one) => (
          <LinkTab
            key={one}
            href={{ pathname: "/review/returns", query: { state: one } }}
            current={one === state}
          >
            {t(`state.${one}`)}
          </LinkTab>
        ))}
      </LinkTabs>
      <ClientMessages namespaces={["return"]}>
        <QueueTable items={page.items} overdue={state === "overdue"} mayRemind={decidesReturns(viewer)} />
      </ClientMessages>
      <CursorPages
        pathname="/review/returns"
        query={{ state, cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </>
  );
}
