import { EmptyState, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ClaimCard } from "#features/claim/components/claim-card.tsx";
import { JustApproved } from "#features/claim/components/just-approved.tsx";
import { QueueStates } from "#features/review/components/queue-states.tsx";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.review"))("title") };
}

export default async function ClaimsPage({ searchParams }: PageProps<"/[locale]/review/claims">) {
  const [query, t] = await Promise.all([
    searchParams,
    getTranslations("organization.review"),
    requireOfficer("/review/claims"),
  ]);
  const state = query.state === "decided" ? "decided" : "open";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const api = await caller();
  const [page, undoable] = await Promise.all([
    orNotFound(api.claim.list({ state, limit: 20, ...(cursor ? { cursor } : {}) })),
    state === "open" ? api.claim.list({ state: "undoable" }) : { items: [] },
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewTabs current="claims" />
      <QueueStates
        label={t("states")}
        pathname="/review/claims"
        states={{ open: t("open"), decided: t("decided") }}
        current={state}
      />
      <ClientMessages namespaces={["organization"]}>
        <JustApproved claims={undoable.items} />
      </ClientMessages>
      {page.items.length === 0 ? (
        <EmptyState
          title={t(state === "open" ? "empty" : "emptyDone")}
          body={t(state === "open" ? "emptyBody" : "emptyDoneBody")}
          action={<ButtonLink href="/organizations">{t("emptyAction")}</ButtonLink>}
        />
      ) : (
        <ClientMessages namespaces={["organization"]}>
          <div>
            {page.items.map((claim) => (
              <ClaimCard key={claim.publicId} claim={claim} />
            ))}
          </div>
        </ClientMessages>
      )}
      <CursorPages
        pathname="/review/claims"
        query={{ state: state === "open" ? undefined : state, cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </>
  );
}
