import { mostCompared, publicIdSchema } from "@lilink/contract";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparisonPage } from "#features/match/components/comparison-page.tsx";
import { loadCompared } from "#features/match/queries.ts";
import { CurrentPage } from "#features/shell/components/current-page.tsx";
import { requireMember } from "#lib/session.ts";

type PageProps = {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ with?: string | string[]; only?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("match.compare");
  return { title: t("title") };
}

export default async function Compare({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const viewer = await requireMember(`/postings/${id}/matches`);
  const named = [asked.with ?? []].flat().flatMap((part) => part.split(","));
  const chosen = [...new Set(named)].filter((one) => publicIdSchema.safeParse(one).success);
  return (
    <>
      <CurrentPage under="/postings/own" />
      <ComparisonPage
        compared={await loadCompared(id, chosen.slice(0, mostCompared))}
        mayAct={viewer.organization.role !== "viewer"}
        onlyDifferences={asked.only === "differences"}
      />
    </>
  );
}
