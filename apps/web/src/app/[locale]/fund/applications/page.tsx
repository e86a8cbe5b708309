import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnApplications } from "#features/fund/components/own-applications.tsx";
import { readOwnApplications } from "#features/fund/queries.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fund.own"))("title") };
}

export default async function OwnApplicationsPage() {
  const viewer = await requireMember("/fund/applications");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  return <OwnApplications applications={await readOwnApplications()} />;
}
