import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "#features/return/components/review-page.tsx";
import { loadReviewOrLeave, requireChecker } from "#features/return/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return.queue"))("title") };
}

export default async function ReturnReviewPage({ params }: PageProps<"/[locale]/review/returns/[id]">) {
  const { id } = await params;
  await requireChecker(`/review/returns/${id}`);
  return <ReviewPage review={await loadReviewOrLeave(id)} />;
}
