import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "#features/return/components/review-page.tsx";
import { loadReviewOrLeave, requireChecker } from "#features/return/queries.ts";
import { KeptAway } from "#features/review/components/kept-away.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return.queue"))("title") };
}

export default async function ReturnReviewPage({ params }: PageProps<"/[locale]/review/returns/[id]">) {
  const { id } = await params;
  const { singleKeys } = await requireChecker(`/review/returns/${id}`);
  const review = await loadReviewOrLeave(id);
  return review ? (
    <ReviewPage review={review} singleKeys={singleKeys} />
  ) : (
    <KeptAway queue="/review/returns" />
  );
}
