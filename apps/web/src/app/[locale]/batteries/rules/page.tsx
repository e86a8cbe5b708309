import { toShanghaiDate } from "@lilink/model/calendar";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RulesPage } from "#features/rule/components/rules-page.tsx";
import { readLicences, readRules } from "#features/rule/queries.ts";
import { keepsRules, overseesBatteries } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight.rules"))("title") };
}

export default async function BatteryRulesPage({ searchParams }: PageProps<"/[locale]/batteries/rules">) {
  const viewer = await requireMember("/batteries/rules");
  if (!overseesBatteries(viewer)) notFound();
  const { cursor: asked, row } = await searchParams;
  const cursor = typeof asked === "string" ? asked : undefined;
  const [rules, licences] = await Promise.all([readRules(), readLicences(cursor)]);
  return (
    <RulesPage
      rules={rules}
      licences={licences}
      cursor={cursor}
      row={row}
      keeps={keepsRules(viewer)}
      today={toShanghaiDate(new Date())}
    />
  );
}
