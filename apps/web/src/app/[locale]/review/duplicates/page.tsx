import { EmptyState, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CompareForm } from "#features/body/components/compare-form.tsx";
import { MergeHistory } from "#features/body/components/merge-history.tsx";
import { PairCard } from "#features/body/components/pair-card.tsx";
import { readMergeRequests, readMerges, readPairs } from "#features/body/queries.ts";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("body.pairs"))("title") };
}

export default async function DuplicatesPage({ searchParams }: PageProps<"/[locale]/review/duplicates">) {
  const [t] = await Promise.all([getTranslations("body.pairs"), requireOfficer("/review/duplicates")]);
  const { first, second } = await searchParams;
  const asked = typeof first === "string" && typeof second === "string" ? { first, second } : {};
  const [{ pairs, total, apart }, merges, requests] = await Promise.all([
    orNotFound(readPairs(asked)),
    readMerges(),
    readMergeRequests(),
  ]);
  const requestOf = (one: string, other: string) =>
    requests.find(({ merged, into }) =>
      [one, other].every((publicId) => [merged.publicId, into.publicId].includes(publicId)),
    ) ?? null;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewTabs current="duplicates" />
      <ClientMessages namespaces={["body"]}>
        {pairs.length === 0 ? (
          <EmptyState
            title={t("empty")}
            body={t("emptyBody")}
            action={<ButtonLink href="/organizations">{t("emptyAction")}</ButtonLink>}
          />
        ) : (
          <>
            <p className="mb-4 text-muted">
              {t("count", { count: total })}
              {apart > 0 ? ` · ${t("apart", { count: apart })}` : null}
            </p>
            <div className="mb-10">
              {pairs.map((pair) => (
                <PairCard
                  key={`${pair.first.publicId} ${pair.second.publicId}`}
                  pair={pair}
                  request={requestOf(pair.first.publicId, pair.second.publicId)}
                />
              ))}
            </div>
          </>
        )}
        <CompareForm />
        <MergeHistory merges={merges} />
      </ClientMessages>
    </>
  );
}
