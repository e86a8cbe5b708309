import { NoticeBox, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeliveryTable } from "#features/settings/components/delivery-table.tsx";
import { WebhookForm } from "#features/settings/components/webhook-form.tsx";
import { WebhookTable } from "#features/settings/components/webhook-table.tsx";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("webhooks") };
}

export default async function WebhooksPage() {
  const [viewer, t] = await Promise.all([
    requireMember("/settings/webhooks"),
    getTranslations("settings.webhooks"),
  ]);
  const { role, verified } = viewer.organization;
  if (role !== "admin") return <NoticeBox>{t("adminOnly")}</NoticeBox>;
  if (!verified) return <NoticeBox>{t("unverified")}</NoticeBox>;
  const { endpoints, deliveries } = await (await caller()).webhook.list();
  return (
    <>
      <Section id="addresses" title={t("caption")}>
        <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
        <WebhookTable endpoints={endpoints} />
      </Section>
      <Section id="create" title={t("create")}>
        <WebhookForm />
      </Section>
      <Section id="deliveries" title={t("deliveries")}>
        <DeliveryTable deliveries={deliveries} />
      </Section>
    </>
  );
}
