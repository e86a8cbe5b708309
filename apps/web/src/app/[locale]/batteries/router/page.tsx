import { toShanghaiDate } from "@lilink/model/calendar";
import { can } from "@lilink/model/policy";
import { EmptyState, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { LotCard } from "#features/route/components/lot-card.tsx";
import { LotForm } from "#features/route/components/lot-form.tsx";
import { PlanView } from "#features/route/components/plan-view.tsx";
import { readLots, readPlan } from "#features/route/queries.ts";
import { keepsBatteries } from "#features/shell/view.ts";
import { actorOf } from "#lib/actor.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("route"))("title") };
}

export default async function RouterPage() {
  const viewer = await requireMember("/batteries/router");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const oversees = can(actorOf(viewer), "market.read");
  const [t, lots, plan] = await Promise.all([
    getTranslations("route"),
    readLots(),
    oversees ? readPlan() : null,
  ]);
  return (
    <ClientMessages namespaces={["route"]}>
      <PageHeader title={t("title")} lead={t("lead")} up={<TextLink href="/batteries">{t("up")}</TextLink>} />
      <p className="mb-6 text-sm text-muted">{t("order")}</p>
      {plan ? <PlanView plan={plan} /> : null}
      {lots.items.length === 0 && !keepsBatteries(viewer) ? (
        plan ? null : (
          <EmptyState
            title={t("lots.notYours")}
            body={t("lots.notYoursBody")}
            action={<ButtonLink href="/recyclers">{t("lots.toSites")}</ButtonLink>}
          />
        )
      ) : (
        <Section id="lots" title={t("lots.title")}>
          {lots.items.length === 0 ? (
            <EmptyState
              title={t("lots.none")}
              body={t("lots.noneBody")}
              action={<ButtonLink href="#offer">{t("form.title")}</ButtonLink>}
            />
          ) : (
            lots.items.map((lot) => <LotCard key={lot.id} lot={lot} />)
          )}
        </Section>
      )}
      {keepsBatteries(viewer) ? (
        <Section id="offer" title={t("form.title")}>
          <LotForm today={toShanghaiDate(new Date())} province={lots.province} />
        </Section>
      ) : null}
    </ClientMessages>
  );
}
