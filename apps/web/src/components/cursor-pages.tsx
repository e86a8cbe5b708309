import { buttonClass, Pagination } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { lastOfTrail, onwardTrail, rowOfTrail } from "#lib/page-trail.ts";
import { RoutedLink } from "./button-link.tsx";

export type CursorPagesProps = {
  readonly pathname: string;
  /** The filters in the address; `cursor` among them is replaced. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly nextCursor: string | null;
  /** How many rows this page shows, and the number of the first of them with the pages before it, as the address has them. */
  readonly shown: number;
  readonly row: string | readonly string[] | undefined;
  /** The part of the page that holds the list, where it is not the first. */
  readonly hash?: string;
  /** How many rows there are in all, where that is known and may be told. */
  readonly count?: number | undefined;
};

const ownNames: ReadonlySet<string> = new Set(["cursor", "row"]);

/**
 * First, previous and next page of a list whose state is its address, and where in the whole this page stands. A cursor only leads on: the
 * address keeps the pages before it.
 */
export function CursorPages({ pathname, query, nextCursor, shown, row, count, hash }: CursorPagesProps) {
  const t = useTranslations("common.table");
  const trail = typeof row === "string" ? row : null;
  const first = firstRow(query, row);
  const isPart = Boolean(query.cursor || nextCursor);
  const place = usePlace({ first: isPart ? first : null, shown, count });
  const onward = first ? { row: onwardTrail(trail, { first, shown, cursor: query.cursor ?? null }) } : {};
  const before = query.cursor ? lastOfTrail(trail) : null;
  const rest = Object.fromEntries(
    Object.entries(query).filter(([name, value]) => value !== undefined && !ownNames.has(name)),
  );
  const look = buttonClass({ size: "sm" });
  const to = (own: Readonly<Record<string, string>>) => ({
    pathname,
    query: { ...rest, ...own },
    ...(hash && { hash }),
  });
  if (!isPart && (count === undefined || shown === 0)) return null;
  return (
    <Pagination
      label={t("pages")}
      summary={place ?? (count === undefined ? null : t("rows", { count }))}
      first={
        query.cursor ? (
          <RoutedLink className={look} href={to({})}>
            {t("first")}
          </RoutedLink>
        ) : null
      }
      previous={
        before ? (
          <RoutedLink className={look} href={to(before)} rel="prev">
            {t("previous")}
          </RoutedLink>
        ) : null
      }
      next={
        nextCursor ? (
          <RoutedLink className={look} href={to({ cursor: nextCursor, ...onward })} rel="next">
            {t("next")}
          </RoutedLink>
        ) : null
      }
    />
  );
}

/** The number of the first row of a page; null where its address does not say it. */
const firstRow = ({ cursor }: CursorPagesProps["query"], row: CursorPagesProps["row"]) =>
  cursor ? rowOfTrail(typeof row === "string" ? row : null) : 1;

/** Rows 26 to 50, and of how many. */
function usePlace({
  first,
  shown,
  count,
}: Pick<CursorPagesProps, "shown" | "count"> & { readonly first: number | null }) {
  const t = useTranslations("common.table");
  if (!first || !shown) return null;
  const place = { from: first, to: first + shown - 1 };
  return count === undefined ? t("place", place) : t("placeOf", { ...place, count });
}

/** A heading of a list that says which of its rows the page shows, so that a later page does not begin with nameless rows. */
export function ListHeading({
  title,
  query,
  row,
  ...page
}: { readonly title: string } & Pick<CursorPagesProps, "query" | "row" | "shown" | "count">) {
  const place = usePlace({ first: firstRow(query, row), ...page });
  return (
    <>
      {title}
      {place ? <span className="ml-2 text-sm font-normal text-muted tabular-nums">{place}</span> : null}
    </>
  );
}
