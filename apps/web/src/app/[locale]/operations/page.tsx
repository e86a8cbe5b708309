import { formatDate } from "@lilink/i18n";
import { Badge, DataTable, DescriptionList, NoticeBox, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { EmergencyForm } from "#features/operation/components/emergency-form.tsx";
import { EmergencyPostings } from "#features/operation/components/emergency-postings.tsx";
import { toSettings } from "#features/operation/view.ts";
import { organizationName } from "#features/organization/view.ts";
import { holds } from "#features/shell/view.ts";
import { runtime } from "#lib/runtime.ts";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operation"))("title") };
}

export default async function OperationsPage({ searchParams }: PageProps<"/[locale]/operations">) {
  const [viewer, query, t, locale, api] = await Promise.all([
    requireMember("/operations"),
    searchParams,
    getTranslations("operation"),
    getLocale(),
    caller(),
  ]);
  if (!holds(viewer, "system_admin")) notFound();
  const emergency = typeof query.emergency === "string" ? query.emergency : null;
  const [state, openings] = await Promise.all([api.system.load(), api.emergency.list()]);
  const opening = openings.find((one) => one.open && one.publicId === emergency);
  const at = (value: string | null, none: string) =>
    value ? formatDate(new Date(value), locale, "time") : none;
  const { troubles } = state;
  const items = [
    ["workers", String(state.workers)],
    ["lastBeat", at(state.lastBeat, t("never"))],
    ["waiting", String(state.waiting)],
    ["oldest", at(state.oldest, t("none"))],
    ["letters", String(state.letters)],
    ["changed", String(state.changed)],
    ["dead", String(state.dead)],
  ] as const;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="state" title={t("state")}>
        {troubles.length === 0 ? (
          <NoticeBox tone="success" className="mb-3">
            {t("well")}
          </NoticeBox>
        ) : (
          <NoticeBox tone="warning" title={t("unwell.title")} className="mb-3">
            {troubles.map(({ key, count }) => (
              <p key={key}>{t(`unwell.${key}`, { count })}</p>
            ))}
          </NoticeBox>
        )}
        <DescriptionList items={items.map(([key, detail]) => ({ key, term: t(`work.${key}`), detail }))} />
      </Section>
      <Section id="settings" title={t("settings")}>
        <p className="prose-measure mb-3 text-muted">{t("settingsLead")}</p>
        <DescriptionList
          items={toSettings(runtime().config).map(([name, value]) => ({
            key: name,
            term: <code>{name}</code>,
            detail: value === "•" ? t("hidden") : value || t("unset"),
          }))}
        />
      </Section>
      <Section id="emergency" title={t("emergency.title")}>
        <p className="prose-measure mb-3 text-muted">{t("emergency.lead")}</p>
        <EmergencyForm />
      </Section>
      {opening ? (
        <Section id="opened" title={t("emergency.postings")}>
          <EmergencyPostings
            publicId={opening.publicId}
            rows={await api.emergency.postings({ publicId: opening.publicId })}
          />
        </Section>
      ) : null}
      {openings.length > 0 ? (
        <Section id="openings" title={t("emergency.list")}>
          <DataTable
            caption={t("emergency.list")}
            rows={openings}
            rowKey={(row) => row.publicId}
            columns={[
              {
                key: "organization",
                label: t("organization"),
                lead: true,
                cell: (row) => (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    {row.nameZh
                      ? organizationName({ nameZh: row.nameZh, nameEn: row.nameEn }, locale)
                      : t("unset")}
                    {row.open ? <Badge tone="warning">{t("emergency.isOpen")}</Badge> : null}
                  </span>
                ),
              },
              { key: "reason", label: t("reason"), cell: (row) => row.reason },
              {
                key: "until",
                label: t("emergency.until"),
                cell: (row) => formatDate(row.closedAt ?? row.endsAt, locale, "time"),
              },
              {
                key: "go",
                label: "",
                head: <span className="sr-only">{t("emergency.read")}</span>,
                align: "end",
                cell: (row) =>
                  row.open ? (
                    <TextLink href={`/operations?emergency=${row.publicId}`}>
                      {t("emergency.postings")}
                    </TextLink>
                  ) : null,
              },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
