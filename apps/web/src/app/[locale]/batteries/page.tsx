import { batteryKeys } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages, ListHeading } from "#components/cursor-pages.tsx";
import { BatteryFilter } from "#features/battery/components/battery-filter.tsx";
import { BatteryList } from "#features/battery/components/battery-list.tsx";
import { ConfirmBar } from "#features/battery/components/confirm-bar.tsx";
import { ItemTable } from "#features/battery/components/item-table.tsx";
import { SortLine } from "#features/battery/components/sort-head.tsx";
import { readBatteries, readOwnBatteryWork } from "#features/battery/queries.ts";
import { toBatteryQuery, toOwnWorkQuery } from "#features/battery/view.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { ChosenRecords } from "#features/record/components/chosen-records.tsx";
import { keepsBatteries, overseesBatteries } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("battery.list"))("title") };
}

export default async function BatteriesPage({ searchParams }: PageProps<"/[locale]/batteries">) {
  const viewer = await requireMember("/batteries");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const { row, ...asked } = await searchParams;
  const query = toBatteryQuery(asked);
  const work = toOwnWorkQuery(asked);
  const [t, life, own, captured, residual, batch, page, { items, count }] = await Promise.all([
    getTranslations("battery.list"),
    getTranslations("battery.life"),
    getTranslations("oversight"),
    getTranslations("capture"),
    getTranslations("residual"),
    getTranslations("batch.list"),
    readBatteries(query),
    readOwnBatteryWork(work),
  ]);
  const keeps = keepsBatteries(viewer);
  // Where there is nothing, there is nothing to search.
  const { sort, cursor: _cursor, ...filters } = query;
  const isNarrowed = Object.keys(filters).length > 0;
  const isEmpty = page.items.length === 0 && Object.keys(query).length === 0;
  const inOrder = { ...filters, ...(sort && { sort }) };
  const bySort = {
    name: "sort",
    now: page.sort ?? "code",
    asked: { ...filters, ...work },
    hash: "all",
  } as const;
  const byItem = {
    ...({ name: "by", now: work.by, hash: "waiting" } as const),
    asked: { ...inOrder, ...(work.most && { most: work.most }) },
  };
  const handovers = items.filter(({ kind }) => kind === "handover");
  const list = { query, row, shown: page.items.length, count: page.count ?? undefined };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {keeps ? (
              <ButtonLink href="/batteries/report" variant="accent">
                {life("report.title")}
              </ButtonLink>
            ) : null}
            {keeps ? (
              <>
                <ButtonLink href="/batteries/send">{captured("title")}</ButtonLink>
                <ButtonLink href="/batteries/file">{t("file.title")}</ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <p className="no-print -mt-2 mb-8 flex flex-wrap gap-x-6 gap-y-1">
        <TextLink href="/batteries/tests">{residual("title")}</TextLink>
        <TextLink href="/batteries/batches">{batch("title")}</TextLink>
        <TextLink href="/batteries/codes">{t("lab")}</TextLink>
        <TextLink href="/batteries/corrections">{own("correction.title")}</TextLink>
      </p>
      {items.length > 0 && query.cursor === undefined ? (
        <Section id="waiting" title={own("own", { count })}>
          <ClientMessages namespaces={["battery"]}>
            <ChosenRecords rows={handovers.map(({ id }) => ({ publicId: id, revision: 0, steps: [] }))}>
              {keeps && handovers.length > 1 ? (
                <ConfirmBar handovers={handovers} today={toShanghaiDate(new Date())} />
              ) : null}
              <ItemTable items={items} acts={keeps} chooses={keeps} sorting={byItem} />
            </ChosenRecords>
          </ClientMessages>
          {count > items.length ? (
            <p className="mt-3 flex flex-wrap gap-x-4 text-sm text-muted">
              {own(work.by ? "moreOf" : "more", { count: count - items.length })}
              {work.most ? null : (
                <TextLink
                  href={{
                    pathname: "/batteries",
                    query: { ...inOrder, ...work, most: "100" },
                    ...{ hash: "waiting" },
                  }}
                >
                  {own("showMost", { most: 100 })}
                </TextLink>
              )}
              <TextLink href={{ pathname: "/batteries", query: { open: "1" } }}>{t("openOnly")}</TextLink>
            </p>
          ) : null}
        </Section>
      ) : null}
      <Section id="all" title={<ListHeading title={t("all")} {...list} />}>
        {isEmpty ? null : <BatteryFilter asked={query} />}
        {page.items.length > 1 ? (
          <SortLine sorting={bySort} keys={batteryKeys.map((key) => [key, t(key)] as const)} />
        ) : null}
        <div className="mb-4">
          <BatteryList
            rows={page.items}
            isNarrowed={isNarrowed}
            sorting={bySort}
            step={
              keeps ? (
                <ButtonLink href="/batteries/file">{t("file.title")}</ButtonLink>
              ) : overseesBatteries(viewer) ? (
                <ButtonLink href="/batteries/oversight">{own("title")}</ButtonLink>
              ) : (
                <ButtonLink href="/batteries/codes">{t("lab")}</ButtonLink>
              )
            }
          />
        </div>
        <CursorPages pathname="/batteries" nextCursor={page.nextCursor} {...list} />
      </Section>
    </>
  );
}
