import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { organizationName } from "#features/organization/view.ts";
import { ReviewPage } from "#features/return/components/review-page.tsx";
import { loadReviewOrLeave, requireChecker } from "#features/return/queries.ts";
import { KeptAway } from "#features/review/components/kept-away.tsx";
import { toPageTitle } from "#lib/page-title.ts";

type ReviewProps = PageProps<"/[locale]/review/returns/[id]">;

export async function generateMetadata({ params }: ReviewProps): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  return toPageTitle((await getTranslations("return.queue"))("title"), async () => {
    await requireChecker(`/review/returns/${id}`);
    const review = await loadReviewOrLeave(id);
    return review?.owner ? `${organizationName(review.owner, locale)} ${review.period}` : review?.period;
  });
}

export default async function ReturnReviewPage({ params }: ReviewProps) {
  const { id } = await params;
  const { singleKeys } = await requireChecker(`/review/returns/${id}`);
  const review = await loadReviewOrLeave(id);
  return review ? (
    <ReviewPage review={review} singleKeys={singleKeys} />
  ) : (
    <KeptAway queue="/review/returns" />
  );
}
