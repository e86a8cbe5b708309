import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { NoticeBox, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { EngagementTable } from "#features/engagement/components/engagement-table.tsx";
import { NameForm } from "#features/engagement/components/name-form.tsx";
import { listAdvisers } from "#features/engagement/queries.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("advisers") };
}

export default async function AdvisersPage() {
  const [viewer, t] = await Promise.all([requireMember("/settings/advisers"), getTranslations("engagement")]);
  const manage = viewer.organization.role === "admin";
  const today = toShanghaiDate(new Date());
  return (
    <ClientMessages namespaces={["engagement", "organization"]}>
      <Section id="advisers" title={t("title")}>
        <p className="prose-measure mb-3 text-muted">
          {t("lead")} <TextLink href="/clients">{t("clients.title")}</TextLink>
        </p>
        <EngagementTable rows={await listAdvisers()} mayEnd={manage} />
      </Section>
      {manage ? (
        <Section id="name" title={t("name.title")}>
          <p className="prose-measure mb-3 text-muted">{t("name.lead")}</p>
          {viewer.organization.verified ? (
            <NameForm today={today} until={shiftDate(today, 180)} />
          ) : (
            <NoticeBox>{t("name.unverified")}</NoticeBox>
          )}
        </Section>
      ) : null}
    </ClientMessages>
  );
}
