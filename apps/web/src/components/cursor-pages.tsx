import { buttonClass, Pagination } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { RoutedLink } from "./button-link.tsx";

export type CursorPagesProps = {
  readonly pathname: string;
  /** The filters in the address; `cursor` among them is replaced. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly nextCursor: string | null;
  /** How many rows there are in all, where that is known and may be told. */
  readonly count?: number;
};

/** First and next page of a list whose state is its address. */
export function CursorPages({ pathname, query, nextCursor, count }: CursorPagesProps) {
  const t = useTranslations("common.table");
  const rest = Object.fromEntries(
    Object.entries(query).filter(([name, value]) => value !== undefined && name !== "cursor"),
  );
  const look = buttonClass({ size: "sm" });
  if (!query.cursor && !nextCursor && count === undefined) return null;
  return (
    <Pagination
      label={t("pages")}
      summary={count === undefined ? null : t("rows", { count })}
      first={
        query.cursor ? (
          <RoutedLink className={look} href={{ pathname, query: rest }}>
            {t("first")}
          </RoutedLink>
        ) : null
      }
      next={
        nextCursor ? (
          <RoutedLink className={look} href={{ pathname, query: { ...rest, cursor: nextCursor } }} rel="next">
            {t("next")}
          </RoutedLink>
        ) : null
      }
    />
  );
}
