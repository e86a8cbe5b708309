import { toDay } from "@lilink/i18n";
import { periodOfDay, shiftPeriod } from "@lilink/model/return";
import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { OpenRoundForm } from "#features/return/components/open-round-form.tsx";
import { RoundList } from "#features/return/components/round-list.tsx";
import { requireChecker } from "#features/return/queries.ts";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return.round"))("title") };
}

export default async function RoundsPage({ searchParams }: PageProps<"/[locale]/review/rounds">) {
  const [query, viewer, t, api] = await Promise.all([
    searchParams,
    requireChecker("/review/rounds"),
    getTranslations("return.round"),
    caller(),
  ]);
  const { rounds } = await api.return.rounds();
  const last = shiftPeriod(periodOfDay(toDay(new Date()), "quarterly"), -1).id;
  return (
    <ClientMessages namespaces={["return"]}>
      <PageHeader title={t("title")} lead={t(viewer.officer ? "lead" : "leadRegulator")} />
      <ReviewTabs current="rounds" checksOnly={!viewer.officer} />
      <RoundList
        rounds={rounds}
        officer={viewer.officer}
        shown={typeof query.round === "string" ? query.round : undefined}
      />
      {viewer.officer ? (
        <Section id="open" title={t("open")}>
          <OpenRoundForm suggested={rounds.some(({ period }) => period === last) ? "" : last} />
        </Section>
      ) : null}
    </ClientMessages>
  );
}
