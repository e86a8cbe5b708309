import { EmptyState, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import type { IntroductionList } from "../queries.ts";
import { countOf } from "../view.ts";
import { CalendarNote } from "./calendar-note.tsx";
import { InboxFilter, type InboxFilterProps } from "./inbox-filter.tsx";
import { InboxTable } from "./inbox-table.tsx";

/** So few rows are seen at one glance: there is nothing to filter. */
const fewRows = 10;

export type InboxProps = {
  readonly list: IntroductionList;
  readonly filter: InboxFilterProps["filter"] & { readonly cursor?: string | undefined };
  /** The number of the first row, as the address has it. */
  readonly row: string | readonly string[] | undefined;
};

/** Interest sent and received, with its due dates; the filters stand in the address. */
export function Inbox({ list, filter, row }: InboxProps) {
  const t = useTranslations("introduction");
  const common = useTranslations("common");
  const locale = useLocale();
  const { cursor, ...chosen } = filter;
  const isFiltered = Object.values(chosen).some((value) => value !== undefined);
  const total = countOf(list.counts, {});
  const query = new URLSearchParams(
    Object.entries({ ...chosen, locale }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return (
    <>
      <LiveRefresh topics={["introduction", "notice"]} label={common("state.loading")} />
      <PageHeader title={t("title")} lead={t("lead")} />
      {total > fewRows || isFiltered ? <InboxFilter filter={chosen} counts={list.counts} /> : null}
      <InboxTable
        rows={list.items}
        empty={
          isFiltered ? (
            <EmptyState
              title={t("list.emptyFiltered")}
              action={<ButtonLink href="/introductions">{t("list.emptyFilteredAction")}</ButtonLink>}
            />
          ) : (
            <EmptyState
              title={t("list.empty")}
              body={t("list.emptyBody")}
              action={
                <ButtonLink variant="accent" href="/postings">
                  {t("list.emptyAction")}
                </ButtonLink>
              }
            />
          )
        }
      />
      <CalendarNote dues={list.items.filter(({ state }) => state === "sent").map(({ dueAt }) => dueAt)} />
      <CursorPages
        pathname="/introductions"
        query={filter}
        nextCursor={list.nextCursor}
        shown={list.items.length}
        row={row}
        count={countOf(list.counts, chosen)}
      />
      {list.items.length > 0 ? (
        <p className="mt-4">
          <ExportLinks href={`/api/export/introduction?${query}`} />
        </p>
      ) : null}
    </>
  );
}
