import { toShanghaiDate } from "@lilink/model/calendar";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ReportForm } from "#features/battery/components/report-form.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { keepsBatteries } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("battery.life"))("report.title") };
}

/** Tells what happened to a battery that is typed or scanned. */
export default async function ReportBatteryPage() {
  const viewer = await requireMember("/batteries/report");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  if (!keepsBatteries(viewer)) notFound();
  const [t, life] = await Promise.all([getTranslations("battery.list"), getTranslations("battery.life")]);
  return (
    <>
      <PageHeader
        up={<TextLink href="/batteries">{t("title")}</TextLink>}
        title={life("report.title")}
        lead={life("report.lead")}
      />
      <ClientMessages namespaces={["battery"]}>
        <ReportForm today={toShanghaiDate(new Date())} />
      </ClientMessages>
    </>
  );
}
