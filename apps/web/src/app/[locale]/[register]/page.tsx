import { isLocale, recordWords } from "@lilink/i18n";
import { LinkTabs, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { ColumnChoice } from "#features/record/components/column-choice.tsx";
import { RecordFilter } from "#features/record/components/record-filter.tsx";
import { RecordTable } from "#features/record/components/record-table.tsx";
import { readRecords, requireReader, requireRegister } from "#features/record/queries.ts";
import { mayCreate, toColumns, toSubstance } from "#features/record/view.ts";
import { findViewer } from "#lib/session.ts";
import { RegisterPicture } from "./_components/register-picture.tsx";

type Props = PageProps<"/[locale]/[register]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { register, locale } = await params;
  return { title: recordWords(requireRegister(register).name, locale).title };
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const [{ register: path }, query, given, t, duty, viewer] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("register.list"),
    getTranslations("duty"),
    findViewer(),
  ]);
  const locale = isLocale(given) ? given : "en";
  const register = requireRegister(path);
  await requireReader(register, `/${path}`);
  const words = recordWords(register.name, locale);
  const { asked, page } = await readRecords(register, query);
  const writes = mayCreate(register, viewer);
  const pathname = `/${register.rest.path}`;
  const { cursor: _cursor, ...shown } = asked;
  const flat = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)]));
  const columns = toColumns(register, query.columns);
  const substance = toSubstance(query.unit);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        badges={<span className="text-muted tabular-nums">{t("count", { count: page.total ?? 0 })}</span>}
        actions={
          <>
            {register.due ? <TextLink href="/overdue">{duty("to")}</TextLink> : null}
            {writes ? (
              <ButtonLink href={`${pathname}/new`} variant="accent">
                {t("create", { one: words.one })}
              </ButtonLink>
            ) : null}
            <ExportLinks
              href={`/api/export/record?${new URLSearchParams({ register: register.name, ...flat, lang: locale })}`}
            />
          </>
        }
      />
      <RegisterPicture register={register} locale={locale} words={words} asked={flat} substance={substance} />
      {writes ? (
        <LinkTabs label={t("views")}>
          <LinkTab href={pathname} current={!asked.own}>
            {t("live")}
          </LinkTab>
          <LinkTab href={{ pathname, query: { own: "true" } }} current={Boolean(asked.own)}>
            {t("own")}
          </LinkTab>
        </LinkTabs>
      ) : null}
      <RecordFilter register={register} words={words} locale={locale} asked={asked} facets={page.facets} />
      <ColumnChoice register={register} words={words} columns={columns} asked={flat} substance={substance} />
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
      />
      <CursorPages pathname={pathname} query={flat} nextCursor={page.nextCursor} count={page.total ?? 0} />
    </>
  );
}
