import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { ResidualPage } from "#features/residual/components/residual-page.tsx";
import { readResidual } from "#features/residual/queries.ts";
import { keepsBatteries } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("residual"))("title") };
}

export default async function TestsPage({ searchParams }: PageProps<"/[locale]/batteries/tests">) {
  const viewer = await requireMember("/batteries/tests");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const { series } = await searchParams;
  const residual = await readResidual(typeof series === "string" ? series.slice(0, 24) : undefined);
  return <ResidualPage residual={residual} keeps={keepsBatteries(viewer)} />;
}
