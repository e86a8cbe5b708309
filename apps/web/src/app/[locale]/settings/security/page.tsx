import { formatDate } from "@lilink/i18n";
import { Badge, DataTable, NoticeBox, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FactorSection } from "#features/security/components/factor-section.tsx";
import { PasswordForm } from "#features/settings/components/password-form.tsx";
import { RevokeOthersButton, RevokeSessionButton } from "#features/settings/components/session-buttons.tsx";
import { deviceName } from "#features/settings/view.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("security") };
}

export default async function SecurityPage() {
  const viewer = await requireViewer("/settings/security");
  const [t, locale, api] = await Promise.all([getTranslations("settings.security"), getLocale(), caller()]);
  const [sessions, { factors, codesLeft }] = await Promise.all([api.session.list(), api.factor.list()]);
  return (
    <>
      {viewer.limited ? <NoticeBox tone="warning">{t(`limited.${viewer.limited}`)}</NoticeBox> : null}
      <Section id="factors" title={t("factors")}>
        <p className="prose-measure mb-3 text-muted">{t("factorsLead")}</p>
        <FactorSection
          codesLeft={codesLeft}
          factors={factors.map(({ id, kind, label, createdAt, usedAt }) => ({
            id,
            kind,
            label,
            added: formatDate(createdAt, locale, "time"),
            used: usedAt && formatDate(usedAt, locale, "time"),
          }))}
        />
      </Section>
      <Section
        id="sessions"
        title={t("sessions")}
        action={sessions.length > 1 ? <RevokeOthersButton /> : undefined}
      >
        <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
        <DataTable
          caption={t("sessions")}
          rows={sessions}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "device",
              label: t("device"),
              lead: true,
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-2">
                  {deviceName(row.userAgent) ?? t("unknownDevice")}
                  {row.current ? <Badge tone="success">{t("thisDevice")}</Badge> : null}
                </span>
              ),
            },
            { key: "since", label: t("since"), cell: (row) => formatDate(row.createdAt, locale, "time") },
            { key: "seen", label: t("seen"), cell: (row) => formatDate(row.seenAt, locale, "time") },
            {
              key: "revoke",
              label: "",
              head: <span className="sr-only">{t("revoke")}</span>,
              align: "end",
              cell: (row) => (row.current ? null : <RevokeSessionButton id={row.id} />),
            },
          ]}
        />
      </Section>
      <Section id="password" title={t("changePassword")}>
        <p className="prose-measure mb-3 text-muted">{t("passwordHelp")}</p>
        <PasswordForm />
      </Section>
    </>
  );
}
