import { formatDate } from "@lilink/i18n";
import { Badge, DataTable, EmptyState, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { MeetingList as List, OwnDecision } from "../queries.ts";
import { OwnDecisions } from "./own-decisions.tsx";

export type MeetingListProps = {
  readonly list: List;
  readonly own: readonly OwnDecision[];
  readonly cursor: string | undefined;
  /** Where the page stands, as its address has it. */
  readonly row: string | readonly string[] | undefined;
};

/** The meetings that one keeps or sits in, and what the own organization is to carry out. */
export function MeetingList({ list, own, cursor, row }: MeetingListProps) {
  const t = useTranslations("meeting");
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={list.mayCall ? <ButtonLink href="/meetings/new">{t("call.title")}</ButtonLink> : null}
      />
      {list.items.length === 0 ? (
        <EmptyState
          title={t("empty")}
          body={t("emptyStep")}
          action={
            <ButtonLink href={list.mayCall ? "/meetings/new" : "/goals"}>
              {list.mayCall ? t("call.title") : t("toGoals")}
            </ButtonLink>
          }
        />
      ) : (
        <DataTable
          caption={t("title")}
          rows={list.items}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              key: "title",
              label: t("column.title"),
              lead: true,
              cell: ({ publicId, title }) => (
                <TextLink href={`/meetings/${publicId}`}>
                  <OwnWords>{title}</OwnWords>
                </TextLink>
              ),
            },
            {
              key: "when",
              label: t("column.when"),
              className: "whitespace-nowrap tabular-nums",
              cell: ({ heldAt }) => formatDate(heldAt, locale, "time"),
            },
            {
              key: "venue",
              label: t("column.venue"),
              cell: ({ venue }) => <OwnWords>{venue ?? ""}</OwnWords>,
            },
            {
              key: "state",
              label: t("column.state"),
              cell: ({ state }) => (
                <Badge tone={state === "held" ? "info" : "neutral"}>{t(`state.${state}`)}</Badge>
              ),
            },
            {
              key: "decisions",
              label: t("column.decisions"),
              className: "text-sm",
              cell: ({ decisions, openDecisions }) =>
                decisions === 0 ? null : t("decisionsOpen", { open: openDecisions, all: decisions }),
            },
          ]}
        />
      )}
      <CursorPages
        pathname="/meetings"
        query={{ cursor }}
        nextCursor={list.nextCursor}
        shown={list.items.length}
        row={row}
      />
      <div className="mt-10">
        <Section id="decisions" title={t("own.title")}>
          <OwnDecisions decisions={own} />
        </Section>
      </div>
    </>
  );
}
