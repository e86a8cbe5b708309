import { Button, Field, FilterBar, PageHeader, TextInput } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { SeriesList } from "#features/series/components/series-list.tsx";
import { readSeriesList } from "#features/series/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("series"))("title") };
}

export default async function SeriesListPage({ searchParams }: PageProps<"/[locale]/series">) {
  const { q, cursor, row } = await searchParams;
  const query = {
    ...(typeof q === "string" ? { q: q.slice(0, 200) } : {}),
    ...(typeof cursor === "string" ? { cursor } : {}),
  };
  const [t, common, page] = await Promise.all([
    getTranslations("series"),
    getTranslations("common.action"),
    readSeriesList(query),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FilterBar
        label={t("title")}
        actions={
          <>
            <Button type="submit">{common("search")}</Button>
            <ButtonLink href="/series" variant="quiet">
              {common("reset")}
            </ButtonLink>
          </>
        }
      >
        <Field id="q" label={t("find")} className="min-w-48 grow">
          {(aria) => <TextInput {...aria} name="q" type="search" defaultValue={query.q} maxLength={200} />}
        </Field>
      </FilterBar>
      <SeriesList rows={page.items} />
      <CursorPages
        pathname="/series"
        query={query}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={row}
      />
    </>
  );
}
