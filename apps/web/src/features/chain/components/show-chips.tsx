import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { type ChainShow, chainShows } from "../view.ts";

export type ShowChipsProps = { readonly show: ChainShow | null; readonly hasOwn: boolean };

const chip =
  "inline-flex h-8 items-center rounded-md border border-line px-2 text-sm no-underline hover:border-edge aria-[current=true]:border-ink aria-[current=true]:font-medium";

/** What the map counts: everything, one kind, or the viewer's own products. */
export function ShowChips({ show, hasOwn }: ShowChipsProps) {
  const t = useTranslations("chain.show");
  const shows = chainShows.filter((one) => one !== "mine" || hasOwn);
  return (
    <nav aria-label={t("label")} className="no-print mb-4 flex flex-wrap items-center gap-1.5">
      {[null, ...shows].map((one) => (
        <RoutedLink
          key={one ?? "all"}
          className={chip}
          aria-current={show === one}
          scroll={false}
          href={{ pathname: "/chain", query: one === null ? {} : { show: one } }}
        >
          {t(one ?? "all")}
        </RoutedLink>
      ))}
    </nav>
  );
}
