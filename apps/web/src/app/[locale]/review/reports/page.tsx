import { EmptyState, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ReportCard } from "#features/report/components/report-card.tsx";
import { QueueStates } from "#features/review/components/queue-states.tsx";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.report"))("queue") };
}

export default async function ReportsPage({ searchParams }: PageProps<"/[locale]/review/reports">) {
  const [query, t] = await Promise.all([
    searchParams,
    getTranslations("organization.report"),
    requireOfficer("/review/reports"),
  ]);
  const state = query.state === "decided" ? "decided" : "open";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const page = await orNotFound(
    (await caller()).report.list({ state, limit: 20, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <>
      <PageHeader title={t("queue")} lead={t("queueLead")} />
      <ReviewTabs current="reports" />
      <QueueStates
        label={t("states")}
        pathname="/review/reports"
        states={{ open: t("open"), decided: t("decided") }}
        current={state}
      />
      {page.items.length === 0 ? (
        <EmptyState
          title={t(state === "open" ? "empty" : "emptyDone")}
          body={t(state === "open" ? "emptyBody" : "emptyDoneBody")}
          action={<ButtonLink href="/review">{t("back")}</ButtonLink>}
        />
      ) : (
        <ClientMessages namespaces={["organization"]}>
          <div>
            {page.items.map((report) => (
              <ReportCard key={report.publicId} report={report} />
            ))}
          </div>
        </ClientMessages>
      )}
      <CursorPages
        pathname="/review/reports"
        query={{ state: state === "open" ? undefined : state, cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </>
  );
}
