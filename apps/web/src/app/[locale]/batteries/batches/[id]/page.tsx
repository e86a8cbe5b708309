import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BatchPage } from "#features/batch/components/batch-page.tsx";
import { readBatch } from "#features/batch/queries.ts";
import { readShown } from "#features/batch/view.ts";
import { readBinding } from "#features/condition/queries.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/batteries/batches/[id]">;

/** Null for an address that names no batch of this reader. */
const findBatch = async (id: string) => (/^[0-9A-Za-z_-]{8,32}$/.test(id) ? readBatch(id) : null);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const t = await getTranslations("batch");
  return toPageTitle(t("list.title"), async () => {
    await requireMember(`/batteries/batches/${id}`);
    const batch = await findBatch(id);
    return batch && t("page.title", { number: batch.number });
  });
}

export default async function OneBatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireMember(`/batteries/batches/${id}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const batch = await findBatch(id);
  if (!batch) notFound();
  const { element } = await searchParams;
  const elements = batch.judged.elements.map((one) => one.element);
  const { compared } = await readBinding();
  return <BatchPage batch={batch} shown={readShown(element, elements)} compared={compared} />;
}
