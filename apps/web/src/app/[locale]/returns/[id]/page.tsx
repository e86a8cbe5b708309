import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReturnPage } from "#features/return/components/return-page.tsx";
import { filesReturns } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return"))("title") };
}

export default async function ReturnDetailPage({ params }: PageProps<"/[locale]/returns/[id]">) {
  const { id } = await params;
  const viewer = await requireMember(`/returns/${id}`);
  if (!filesReturns(viewer)) notFound();
  const api = await caller();
  const form = await orNotFound(api.return.load({ publicId: id }));
  const { items } = await api.return.listImports({ publicId: id });
  return <ReturnPage form={form} imports={items} personId={viewer.personId} />;
}
