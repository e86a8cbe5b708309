import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BatchPage } from "#features/batch/components/batch-page.tsx";
import { readBatch } from "#features/batch/queries.ts";
import { readShown } from "#features/batch/view.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/batteries/batches/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).id.slice(0, 32) };
}

export default async function OneBatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireMember(`/batteries/batches/${id}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const batch = /^[0-9A-Za-z_-]{8,32}$/.test(id) ? await readBatch(id) : null;
  if (!batch) notFound();
  const { element } = await searchParams;
  const elements = batch.judged.elements.map((one) => one.element);
  return <BatchPage batch={batch} shown={readShown(element, elements)} />;
}
