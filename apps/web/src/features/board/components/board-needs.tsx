import { formatDate } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import { DataTable, EmptyState, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { conceptName } from "#features/posting/view.ts";
import type { BoardData } from "../queries.ts";
import { OriginLine } from "./origin-line.tsx";

const shown = 15;

export type BoardNeedsProps = {
  readonly needs: BoardData["unanswered"];
  readonly at: Date;
  readonly toMarket: boolean;
};

/** Where needs wait and nothing answers, worst first; each leads to the concept and to the needs themselves. */
export function BoardNeeds({ needs, at, toMarket }: BoardNeedsProps) {
  const t = useTranslations("board.needs");
  const locale = useLocale();
  return (
    <Section
      id="unanswered"
      title={t("title")}
      action={toMarket ? <TextLink href="/board/market">{t("market")}</TextLink> : null}
    >
      <p className="mb-2 text-sm text-muted">{t("lead")}</p>
      <DataTable
        caption={t("caption")}
        rows={needs.slice(0, shown)}
        rowKey={(row) => row.concept}
        empty={
          <EmptyState
            title={t("none")}
            action={<ButtonLink href="/postings?kind=need">{t("noneStep")}</ButtonLink>}
          />
        }
        columns={[
          {
            key: "concept",
            label: t("concept"),
            lead: true,
            cell: (row) => (
              <TextLink href={`/chain/${row.concept}`}>{conceptName(row.concept, locale)}</TextLink>
            ),
          },
          {
            key: "link",
            label: t("link"),
            speaks: true,
            cell: (row) => <LinkBadge link={row.link as LinkId} />,
          },
          {
            key: "unanswered",
            label: t("unanswered"),
            align: "end",
            cell: (row) => (
              <TextLink href={`/postings?kind=need&concept=${row.concept}`}>{row.needs}</TextLink>
            ),
          },
          {
            key: "waiting",
            label: t("waiting"),
            align: "end",
            className: "whitespace-nowrap",
            cell: (row) => (
              <span title={t("since", { date: formatDate(row.oldest, locale) })}>
                {t("waitingDays", { days: row.waitingDays })}
              </span>
            ),
          },
        ]}
      />
      {needs.length > shown ? (
        <p className="mt-2 text-sm">
          <TextLink href="/postings?kind=need">{t("more", { count: needs.length - shown })}</TextLink>
        </p>
      ) : null}
      <OriginLine source="exchange" at={at} />
    </Section>
  );
}
