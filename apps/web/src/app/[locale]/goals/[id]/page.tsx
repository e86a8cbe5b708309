import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { GoalPage } from "#features/goal/components/goal-page.tsx";
import { readGoal } from "#features/goal/queries.ts";
import { readStanding } from "#features/standing/queries.ts";
import { inLocale } from "#lib/in-locale.ts";

export async function generateMetadata({ params }: PageProps<"/[locale]/goals/[id]">): Promise<Metadata> {
  const card = await readGoal((await params).id);
  return card ? { title: inLocale(card.goal.statement, await getLocale()) } : {};
}

export default async function OneGoalPage({ params }: PageProps<"/[locale]/goals/[id]">) {
  const { id } = await params;
  const card = await readGoal(id);
  if (!card) notFound();
  return <GoalPage card={card} standing={await readStanding(id)} />;
}
