import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ReturnPage } from "#features/return/components/return-page.tsx";
import { filesReturns } from "#features/shell/view.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type ReturnProps = PageProps<"/[locale]/returns/[id]">;

const load = cache(async (publicId: string) => orNotFound((await caller()).return.load({ publicId })));

export async function generateMetadata({ params }: ReturnProps): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("return"))("title"), async () => {
    const viewer = await requireMember(`/returns/${id}`);
    return filesReturns(viewer) ? (await load(id)).period : null;
  });
}

export default async function ReturnDetailPage({ params }: ReturnProps) {
  const { id } = await params;
  const viewer = await requireMember(`/returns/${id}`);
  if (!filesReturns(viewer)) notFound();
  const form = await load(id);
  const { items } = await (await caller()).return.listImports({ publicId: id });
  return <ReturnPage form={form} imports={items} personId={viewer.personId} />;
}
