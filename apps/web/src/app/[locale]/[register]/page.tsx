import { isLocale, recordWords } from "@lilink/i18n";
import { can } from "@lilink/model/policy";
import { densityCookie, LinkTabs, PageHeader, toDensity } from "@lilink/ui";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { CallPhaseBadge } from "#features/fund/components/call-phase-badge.tsx";
import { PolicyToday } from "#features/governance/components/policy-status-badge.tsx";
import { ChosenBar } from "#features/record/components/chosen-bar.tsx";
import { ChosenRecords } from "#features/record/components/chosen-records.tsx";
import { ColumnChoice } from "#features/record/components/column-choice.tsx";
import { RecordFilter } from "#features/record/components/record-filter.tsx";
import { RecordPanel } from "#features/record/components/record-panel.tsx";
import { RecordTable } from "#features/record/components/record-table.tsx";
import { SavedViews } from "#features/record/components/saved-views.tsx";
import {
  countOverdue,
  readBeside,
  readOpenSteps,
  readRecords,
  readViews,
  requireReader,
  requireRegister,
} from "#features/record/queries.ts";
import {
  filledColumns,
  mayCreate,
  mayStep,
  toAskedDay,
  toColumns,
  toSubstance,
} from "#features/record/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";
import { ListFold } from "./_components/list-fold.tsx";
import { RegisterPicture } from "./_components/register-picture.tsx";

type Props = PageProps<"/[locale]/[register]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { register, locale } = await params;
  return { title: recordWords(requireRegister(register).name, locale).title };
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const [{ register: path }, query, given, t, importing, duty, viewer, cookieJar] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("register.list"),
    getTranslations("register.import"),
    getTranslations("duty"),
    findViewer(),
    cookies(),
  ]);
  const locale = isLocale(given) ? given : "en";
  const register = requireRegister(path);
  await requireReader(register, `/${path}`);
  const words = recordWords(register.name, locale);
  const { asked, page } = await readRecords(register, query);
  const [choosable, { views, present }, overdue] = await Promise.all([
    readOpenSteps(register, viewer, page.items),
    readViews(register, viewer, query),
    page.duties ? page.duties.overdue : countOverdue(register, viewer, asked),
  ]);
  const writes = mayCreate(register, viewer);
  const pathname = `/${register.rest.path}`;
  const { cursor, ...shown } = asked;
  const flat = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)]));
  const substance = toSubstance(query.unit);
  const open = typeof query.record === "string" ? query.record : undefined;
  const record = open ? await readBeside(register, open) : null;
  const phase =
    record?.liveVersion === null || record?.state !== "published" ? null : register.name === "fundCall" ? (
      <CallPhaseBadge state={record.state} values={record.shown.values} now={new Date()} />
    ) : register.name === "publicPolicy" ? (
      <PolicyToday id={record.publicId} />
    ) : null;
  const exportHref = `/api/export/record?${new URLSearchParams({ register: register.name, ...flat, lang: locale })}`;
  // Beside a record there is room for the first columns, unless the reader chose some.
  const asDeclared = toColumns(register, query.columns);
  // A column that is empty in all rows is left out, unless the reader chose it.
  const chosen = query.columns === undefined ? filledColumns(asDeclared, page.items) : asDeclared;
  const columns = record && query.columns === undefined ? chosen.slice(0, 3) : chosen;
  const kept = Object.fromEntries(
    ["columns", "unit", "cursor", "row"].flatMap((name) =>
      typeof query[name] === "string" ? [[name, query[name]]] : [],
    ),
  );
  const toHref = (id: string | null) => ({
    pathname,
    query: { ...flat, ...kept, ...(id === null ? {} : { record: id }) },
  });
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        badges={<span className="text-muted tabular-nums">{t("count", { count: page.total ?? 0 })}</span>}
        actions={
          <>
            {writes ? (
              <>
                <ButtonLink href={`${pathname}/new`} variant="accent">
                  {t("create", { one: words.one })}
                </ButtonLink>
                <ButtonLink href={`${pathname}/import`}>{importing("link")}</ButtonLink>
              </>
            ) : null}
            {register.due && can(actorOf(viewer), "record.consult") ? (
              <span className="text-sm">
                <TextLink href="/overdue">{duty("to")}</TextLink>
              </span>
            ) : null}
            <ExportLinks href={exportHref} />
          </>
        }
      />
      <RegisterPicture
        register={register}
        locale={locale}
        words={words}
        asked={flat}
        substance={substance}
        on={toAskedDay(query.on)}
      />
      {writes ? (
        <div className="-mb-3">
          <LinkTabs label={t("views")}>
            <LinkTab href={pathname} current={!asked.own}>
              {t("live")}
            </LinkTab>
            <LinkTab href={{ pathname, query: { own: "true" } }} current={Boolean(asked.own)}>
              {t("own")}
            </LinkTab>
          </LinkTabs>
        </div>
      ) : null}
      <ListFold
        register={register}
        label={t("asTable")}
        open={writes || record !== null || Object.keys(query).length > 0}
      >
        <RecordFilter register={register} words={words} locale={locale} asked={asked} facets={page.facets} />
        <ColumnChoice
          register={register}
          words={words}
          columns={chosen}
          isDefault={query.columns === undefined}
          asked={flat}
          overdue={overdue}
          substance={substance}
          rows={page.items}
          density={toDensity(cookieJar.get(densityCookie)?.value)}
        >
          {viewer ? (
            <ClientMessages namespaces={["register"]}>
              <SavedViews page={pathname} views={views} present={present} />
            </ClientMessages>
          ) : null}
        </ColumnChoice>
        <div className={record ? "grid gap-x-6 xl:grid-cols-[minmax(0,1fr)_22rem]" : undefined}>
          <div className="min-w-0 max-xl:order-last">
            <ClientMessages namespaces={["register"]}>
              {/* Another question is another list, with nothing chosen. */}
              <ChosenRecords key={JSON.stringify(asked)} rows={choosable}>
                {/* It stays after the last open step was taken, to say what came of it. */}
                {mayStep(register, viewer) ? (
                  <ChosenBar register={register.name} exportHref={exportHref} />
                ) : null}
                <RecordTable
                  register={register}
                  words={words}
                  locale={locale}
                  rows={page.items}
                  asked={asked}
                  columns={columns}
                  substance={substance}
                  now={new Date()}
                  mayCreate={writes}
                  open={record?.publicId}
                  mayChoose={choosable.length > 0}
                  duties={page.duties}
                  phaseOf={
                    register.name === "fundCall"
                      ? ({ state, values }) => (
                          <CallPhaseBadge state={state} values={values} now={new Date()} />
                        )
                      : register.name === "publicPolicy"
                        ? ({ publicId }) => <PolicyToday id={publicId} />
                        : undefined
                  }
                  toHref={toHref}
                />
              </ChosenRecords>
            </ClientMessages>
            <CursorPages
              pathname={pathname}
              query={{ ...flat, cursor: typeof cursor === "string" ? cursor : undefined }}
              nextCursor={page.nextCursor}
              shown={page.items.length}
              row={query.row}
              count={page.total ?? 0}
            />
          </div>
          {record ? (
            <RecordPanel
              register={register}
              words={words}
              locale={locale}
              record={record}
              substance={substance}
              now={new Date()}
              phase={phase}
              order={page.items.map(({ publicId }) => publicId)}
              toHref={toHref}
            />
          ) : null}
        </div>
      </ListFold>
    </>
  );
}
