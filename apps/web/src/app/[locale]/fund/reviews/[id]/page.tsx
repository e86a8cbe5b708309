import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { TaskPage } from "#features/fund/components/task-page.tsx";
import { readTask } from "#features/fund/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund/reviews/[id]">;

async function readOwn(id: string) {
  const viewer = await requireMember(`/fund/reviews/${id}`);
  return viewer.organization.verified ? readTask(id) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle(
    (await getTranslations("fund.desk"))("title"),
    async () => (await readOwn(id))?.application.title,
  );
}

export default async function OneReview({ params }: Props) {
  const { id } = await params;
  const task = await readOwn(id);
  if (!task) notFound();
  return (
    <ClientMessages namespaces={["fund"]}>
      <TaskPage task={task} />
    </ClientMessages>
  );
}
