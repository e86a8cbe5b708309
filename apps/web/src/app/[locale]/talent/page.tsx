import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TalentPage } from "#features/talent/components/talent-page.tsx";
import { readTalent } from "#features/talent/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("talent"))("title") };
}

export default async function Talent() {
  const [viewer, talent] = await Promise.all([findViewer(), readTalent()]);
  const mayFile =
    viewer?.organization?.verified === true && can(actorOf(viewer), "record.edit", { owner: true });
  return <TalentPage talent={talent} mayFile={mayFile} />;
}
