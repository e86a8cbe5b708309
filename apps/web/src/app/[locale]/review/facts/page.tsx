import { formatDate } from "@lilink/i18n";
import { Badge, EmptyState, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { AnswerContest } from "#features/body/components/answer-contest.tsx";
import { ContestText } from "#features/body/components/contest-text.tsx";
import { contestTone } from "#features/body/view.ts";
import { organizationName } from "#features/organization/view.ts";
import { QueueStates } from "#features/review/components/queue-states.tsx";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("body.queue"))("title") };
}

export default async function ContestsPage({ searchParams }: PageProps<"/[locale]/review/facts">) {
  const [query, t, locale] = await Promise.all([
    searchParams,
    getTranslations("body"),
    getLocale(),
    requireOfficer("/review/facts"),
  ]);
  const state = query.state === "ended" ? "ended" : "open";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const page = await orNotFound(
    (await caller()).fact.list({ state, limit: 20, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <>
      <PageHeader title={t("queue.title")} lead={t("queue.lead")} />
      <ReviewTabs current="facts" />
      <QueueStates
        label={t("queue.states")}
        pathname="/review/facts"
        states={{ open: t("queue.open"), ended: t("queue.ended") }}
        current={state}
      />
      {page.items.length === 0 ? (
        <EmptyState
          title={t(state === "open" ? "queue.empty" : "queue.emptyDone")}
          body={t(state === "open" ? "queue.emptyBody" : "queue.emptyDoneBody")}
          action={<ButtonLink href="/organizations">{t("pairs.emptyAction")}</ButtonLink>}
        />
      ) : (
        <ClientMessages namespaces={["body"]}>
          {page.items.map((contest) => (
            <article
              key={contest.publicId}
              aria-labelledby={`contest-${contest.publicId}`}
              className="flex flex-col gap-4 border-t border-line py-6 first:border-t-0 first:pt-0"
            >
              <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h2 id={`contest-${contest.publicId}`} className="text-lg">
                  <TextLink href={`/organizations/${contest.organization.publicId}#facts`}>
                    <OwnWords whole>{organizationName(contest.organization, locale)}</OwnWords>
                  </TextLink>
                </h2>
                <span>{t(`fact.${contest.fact as "nameZh"}`)}</span>
                <Badge tone={contestTone[contest.state as "open"]}>
                  {t(`state.${contest.state as "open"}`)}
                </Badge>
                <span className="text-sm text-muted">
                  {t("queue.filed", { date: formatDate(contest.filedAt, locale, "time") })}
                </span>
              </header>
              <ContestText contest={contest} />
              {contest.state === "open" ? (
                <AnswerContest publicId={contest.publicId} />
              ) : contest.evidence ? (
                <p>
                  <span className="text-muted">{t("queue.evidence")}: </span>
                  <OwnWords>{contest.evidence}</OwnWords>
                </p>
              ) : null}
            </article>
          ))}
        </ClientMessages>
      )}
      <CursorPages
        pathname="/review/facts"
        query={{ state: state === "open" ? undefined : state, cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </>
  );
}
