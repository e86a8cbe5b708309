import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ReviewDesk } from "#features/fund/components/review-desk.tsx";
import { readReviewer, readTasks } from "#features/fund/queries.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fund.desk"))("title") };
}

export default async function ReviewsPage() {
  const viewer = await requireMember("/fund/reviews");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const [tasks, reviewer] = await Promise.all([readTasks(), readReviewer()]);
  return (
    <ClientMessages namespaces={["fund"]}>
      <ReviewDesk tasks={tasks} reviewer={reviewer} />
    </ClientMessages>
  );
}
