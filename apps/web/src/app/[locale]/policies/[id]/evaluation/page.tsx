import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EvaluationPage } from "#features/governance/components/evaluation-page.tsx";
import { readEvaluation } from "#features/governance/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("governance.evaluation"))("title") };
}

export default async function PolicyEvaluation({ params }: PageProps<"/[locale]/policies/[id]/evaluation">) {
  const evaluation = await readEvaluation((await params).id);
  if (!evaluation) notFound();
  return <EvaluationPage evaluation={evaluation} />;
}
