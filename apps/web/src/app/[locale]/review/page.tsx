import { reviewTargetDays } from "@lilink/model/posting";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ReviewQueue } from "#features/review/components/review-queue.tsx";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review.queue"))("title") };
}

export default async function ReviewPage({ searchParams }: PageProps<"/[locale]/review">) {
  const [query, t, api] = await Promise.all([
    searchParams,
    getTranslations("review.queue"),
    caller(),
    requireOfficer("/review"),
  ]);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const page = await orNotFound(api.posting.listReviews({ limit: 30, ...(cursor ? { cursor } : {}) }));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewTabs current="postings" />
      <p className="mb-3 text-sm text-muted">{t("target", { days: reviewTargetDays })}</p>
      <ReviewQueue items={page.items} />
      <CursorPages
        pathname="/review"
        query={{ cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={query.row}
      />
    </>
  );
}
