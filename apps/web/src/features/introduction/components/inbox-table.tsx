import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { toldTitle } from "#features/posting/view.ts";
import { identityName } from "#lib/identity-name.ts";
import type { IntroductionItem } from "../queries.ts";
import { achievementName, stateTones } from "../view.ts";
import { DueText } from "./due-text.tsx";

export function InboxTable({
  rows,
  empty,
}: {
  readonly rows: readonly IntroductionItem[];
  readonly empty: ReactNode;
}) {
  const t = useTranslations("introduction");
  const locale = useLocale();
  const other = ({ other: organization, side, state, asked, asking }: IntroductionItem) => {
    if (organization) return <OwnWords whole>{organizationName(organization, locale)}</OwnWords>;
    const identity = (side === "asking" ? asked : asking)?.identity;
    if (!identity)
      return (
        <span className="text-muted">{t(state === "sent" ? "list.closedIdentity" : "list.neverOpened")}</span>
      );
    return <OwnWords whole>{identityName(identity, locale)}</OwnWords>;
  };
  const columns: readonly Column<IntroductionItem>[] = [
    { key: "posting", label: t("list.posting"), lead: true, cell: (row) => <PostingCell row={row} /> },
    {
      key: "side",
      label: t("list.side"),
      speaks: true,
      className: "sm:whitespace-nowrap",
      cell: ({ side }) => t(`side.${side}`),
    },
    {
      key: "state",
      label: t("list.state"),
      speaks: true,
      className: "sm:whitespace-nowrap",
      cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>,
    },
    { key: "other", label: t("list.other"), className: "sm:min-w-36", cell: other },
    {
      key: "aim",
      label: t("list.aim"),
      className: "sm:whitespace-nowrap",
      cell: ({ aim }) => t(`aim.${aim as "quote"}`),
    },
    {
      key: "sent",
      label: t("list.sent"),
      className: "sm:whitespace-nowrap",
      cell: ({ sentAt }) => formatDate(sentAt, locale),
    },
    {
      key: "due",
      label: t("list.due"),
      className: "lg:whitespace-nowrap",
      cell: ({ state, dueAt }) =>
        state === "sent" ? (
          <DueText due={dueAt} />
        ) : (
          <span className="text-muted" data-silent>
            {t("list.noDue")}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.publicId}
      empty={empty}
    />
  );
}

function PostingCell({ row }: { readonly row: IntroductionItem }) {
  const t = useTranslations("introduction.list");
  const locale = useLocale();
  const { asked, asking, achievement } = row;
  return (
    <>
      {asked?.title && asked.concept && asked.language ? (
        <PostingTitle
          href={`/introductions/${row.publicId}`}
          language={asked.language}
          concept={asked.concept}
          title={asked.title}
          figures={asked.keyFigures}
        />
      ) : (
        <TextLink href={`/introductions/${row.publicId}`}>
          {asked?.title ?? (achievement ? achievementName(achievement, locale) : t("noTitle"))}
        </TextLink>
      )}
      {row.side === "asking" && asking?.title ? (
        <span className="block text-sm font-normal text-muted">
          {t("about", { title: toldTitle({ ...asking, title: asking.title }, locale) })}
        </span>
      ) : null}
      <span className="line-clamp-1 text-sm font-normal text-muted">
        <OwnWords whole>{row.message}</OwnWords>
      </span>
    </>
  );
}
