import { indicators } from "@lilink/model/goals";
import { NoticeBox, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { WaiverForm } from "#features/release/components/waiver-form.tsx";
import { WaiverTable } from "#features/release/components/waiver-table.tsx";
import { indicatorName } from "#features/release/view.ts";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release.waiver"))("title") };
}

export default async function WaiversPage() {
  const [viewer, t, locale] = await Promise.all([
    requireMember("/settings/waivers"),
    getTranslations("release.waiver"),
    getLocale(),
  ]);
  const { role, verified } = viewer.organization;
  if (role !== "admin") return <NoticeBox>{t("adminOnly")}</NoticeBox>;
  if (!verified) return <NoticeBox>{t("unverified")}</NoticeBox>;
  const waivers = await (await caller()).waiver.list();
  return (
    <ClientMessages namespaces={["release", "settings"]}>
      <Section id="waivers" title={t("title")}>
        <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
        <WaiverTable waivers={waivers} />
      </Section>
      <Section id="give" title={t("give")}>
        <WaiverForm options={indicators.map(({ id }) => ({ value: id, label: indicatorName(id, locale) }))} />
      </Section>
    </ClientMessages>
  );
}
