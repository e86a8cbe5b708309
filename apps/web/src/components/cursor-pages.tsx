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
  readonly count?: number;
};

const ownNames: ReadonlySet<string> = new Set(["cursor", "row"]);

/**
 * First, previous and next page of a list whose state is its address, and where in the whole this page stands. A cursor only leads on: the
 * address keeps the pages before it.
 */
export function CursorPages({ pathname, query, nextCursor, shown, row, count, hash }: CursorPagesProps) {
  const t = useTranslations("common.table");
  const trail = typeof row === "string" ? row : null;
  const first = query.cursor ? rowOfTrail(trail) : 1;
  const isPart = Boolean(query.cursor || nextCursor);
  const place =
    isPart && shown && first
      ? count === undefined
        ? t("place", { from: first, to: first + shown - 1 })
        : t("placeOf", { from: first, to: first + shown - 1, count })
      : null;
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
