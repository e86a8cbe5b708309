import { NoticeBox, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { CalendarNote } from "#features/introduction/components/calendar-note.tsx";
import type { Desk, Start } from "../queries.ts";
import { DeskEmpty } from "./desk-empty.tsx";
import { DeskTable } from "./desk-table.tsx";
import { FirstSteps } from "./first-steps.tsx";

export type DeskPageProps = {
  readonly desk: Desk;
  readonly unread: number;
  readonly canPost: boolean;
  readonly start: Start | null;
  readonly organization: { readonly publicId: string; readonly name: string } | null;
};

/** What needs the person today, what is due first; each with its one action. */
export function DeskPage({ desk, unread, start, canPost, organization }: DeskPageProps) {
  const t = useTranslations("desk");
  const common = useTranslations("common.state");
  const locale = useLocale();
  const isLater = ({ due }: Desk["items"][number]) => due !== null && due > desk.laterFrom;
  const soon = desk.items.filter((item) => !isLater(item));
  const later = desk.items.filter(isLater);
  return (
    <>
      <LiveRefresh topics={["introduction", "notice", "match", "posting"]} label={common("loading")} />
      <PageHeader
        title={t("title")}
        lead={organization ? `${organization.name} · ${t("lead")}` : t("lead")}
        actions={
          canPost && desk.items.length > 0 ? (
            <ButtonLink href="/postings/new">{t("empty.publishAction")}</ButtonLink>
          ) : null
        }
      />
      {organization && !desk.verified && !start ? (
        <NoticeBox tone="warning" title={t("unverified.title")} className="mb-6">
          <p>{t("unverified.body")}</p>
          <p>
            <TextLink href={`/organizations/${organization.publicId}`}>{t("unverified.action")}</TextLink>
          </p>
        </NoticeBox>
      ) : null}
      {start ? <FirstSteps start={start} /> : null}
      {desk.items.length > 0 ? (
        <>
          {soon.length > 0 ? <DeskTable items={soon} /> : <p className="text-muted">{t("empty.title")}</p>}
          {later.length > 0 ? (
            <details className="mt-4">
              <summary className="cursor-pointer text-muted">{t("later", { count: later.length })}</summary>
              <DeskTable items={later} />
            </details>
          ) : null}
        </>
      ) : (
        <DeskEmpty member={desk.member} canPost={canPost} />
      )}
      <CalendarNote dues={desk.items.flatMap(({ kind, due }) => (kind === "answer" && due ? [due] : []))} />
      <p className="mt-6 flex flex-wrap gap-x-4">
        {unread > 0 ? <TextLink href="/notices?unread=1">{t("unread", { count: unread })}</TextLink> : null}
        <TextLink href="/notices">{t("toNotices")}</TextLink>
        {desk.items.some(({ due }) => due) ? (
          <a className="text-link" href={`/api/export/due?locale=${locale}`} download>
            {t("toCalendar")}
          </a>
        ) : null}
      </p>
    </>
  );
}
