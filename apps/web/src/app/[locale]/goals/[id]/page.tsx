import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { GoalPage } from "#features/goal/components/goal-page.tsx";
import { readGoal } from "#features/goal/queries.ts";
import { inLocale } from "#lib/in-locale.ts";

export async function generateMetadata({ params }: PageProps<"/[locale]/goals/[id]">): Promise<Metadata> {
  const card = await readGoal((await params).id);
  return card ? { title: inLocale(card.goal.statement, await getLocale()) } : {};
}

export default async function OneGoalPage({ params }: PageProps<"/[locale]/goals/[id]">) {
  const card = await readGoal((await params).id);
  if (!card) notFound();
  return <GoalPage card={card} />;
}
