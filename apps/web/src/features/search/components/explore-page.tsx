import { toPostingAddress } from "@lilink/contract";
import { type Density, EmptyState, PageHeader } from "@lilink/ui";
import { Still } from "@lilink/ui/still";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { ListTools } from "#components/list-tools.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { readExplore } from "../queries.ts";
import {
  columnsCookie,
  isEmptyFilter,
  type PostingColumn,
  postingColumns,
  toExploreHref,
  toggleFacet,
} from "../view.ts";
import { ExploreFilter } from "./explore-filter.tsx";
import { ExploreTable } from "./explore-table.tsx";
import { FacetChips } from "./facet-chips.tsx";
import { ReadChips } from "./read-chips.tsx";

export type ExplorePageProps = {
  readonly explore: Awaited<ReturnType<typeof readExplore>>;
  /** Whether the rarely used conditions are asked for. */
  readonly isOpen: boolean;
  /** The number of the first row, as the address has it. */
  readonly row: string | readonly string[] | undefined;
  readonly canPost: boolean;
  /** Whether the reader reads what is for verified members, as most figures are. */
  readonly readsFigures: boolean;
  /** The viewer's saved searches; absent for visitors. */
  readonly saved?: ReactNode;
  /** The columns that the reader chose. */
  readonly shown: readonly PostingColumn[];
  readonly density: Density;
};

/** Everything published, by text and facets; the whole state is the address. */
export function ExplorePage({
  explore,
  isOpen,
  row,
  canPost,
  readsFigures,
  saved,
  shown,
  density,
}: ExplorePageProps) {
  const { filter, cursor, page, note, bodies } = explore;
  const t = useTranslations("search");
  const column = useTranslations("search.column");
  const locale = useLocale();
  const address = toPostingAddress(filter);
  const filtered = !isEmptyFilter(filter);
  const post = (
    <ButtonLink variant="accent" href={canPost ? "/postings/new" : "/signin?next=/postings/new"}>
      {t("emptyPost")}
    </ButtonLink>
  );
  return (
    <Still>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {canPost ? <ButtonLink href="/postings/own">{t("own")}</ButtonLink> : null}
            {post}
          </>
        }
      />
      <div className="flex flex-col gap-3">
        <ExploreFilter filter={filter} sort={page.sort} concepts={page.facets.concept} isOpen={isOpen} />
        {note ? <p className="text-sm text-warning">{t(`note.${note}`)}</p> : null}
        {page.meant ? (
          <p>
            {t("meant")}{" "}
            <TextLink href={toExploreHref({ ...filter, q: page.meant })}>
              <OwnWords>{page.meant}</OwnWords>
            </TextLink>
          </p>
        ) : null}
        {bodies.map((body) => (
          <p key={body.publicId} className="flex flex-wrap items-baseline gap-x-4">
            <span>
              {t.rich("onlyOf", {
                name: () => (
                  <TextLink href={`/organizations/${body.publicId}`}>
                    <OwnWords whole>{organizationName(body, locale)}</OwnWords>
                  </TextLink>
                ),
              })}
            </span>
            <TextLink
              href={toExploreHref(toggleFacet(filter, "organization", body.publicId))}
              className="text-sm"
            >
              {t("ofAll")}
            </TextLink>
          </p>
        ))}
        <ReadChips filter={filter} page={page} readsFigures={readsFigures} />
        <FacetChips filter={filter} counts={page.facets} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <span role="status" className="tabular-nums">
            {t("count", { count: page.facets.total })}
          </span>
          <ExportLinks
            href={`/api/export/posting?${new URLSearchParams([...new URLSearchParams(address), ["locale", locale]])}`}
          />
          {saved}
          <ListTools
            density={density}
            columns={{
              cookie: columnsCookie,
              all: postingColumns.map((key) => ({ key, label: column(key), isShown: shown.includes(key) })),
            }}
          />
        </div>
        <ExploreTable
          page={page}
          filter={filter}
          shown={shown}
          readsFigures={readsFigures}
          empty={
            <EmptyState
              title={t("empty")}
              body={t(page.isLost ? "emptyLost" : filtered ? "emptyFiltered" : "emptyAll")}
              action={filtered ? <ButtonLink href="/postings">{t("emptyReset")}</ButtonLink> : post}
            />
          }
        />
      </div>
      <CursorPages
        pathname="/postings"
        query={{ ...Object.fromEntries(new URLSearchParams(address)), ...(cursor ? { cursor } : {}) }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={row}
        count={page.facets.total}
      />
    </Still>
  );
}
