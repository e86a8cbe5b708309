import type { PostingFilter } from "@lilink/contract";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { toExploreHref, withoutFigure } from "../view.ts";

export type FigureChipsProps = {
  readonly filter: PostingFilter;
  /** As they stand in the text of the search. */
  readonly figures: readonly string[];
};

/** The figures that were read out of the words, each of which can be taken back. */
export function FigureChips({ filter, figures }: FigureChipsProps) {
  const t = useTranslations("search");
  if (figures.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="text-muted">{t("figures")}</span>
      <ul className="flex flex-wrap gap-2">
        {figures.map((text) => (
          <li key={text}>
            <RoutedLink
              href={toExploreHref(withoutFigure(filter, text))}
              title={t("take", { label: text })}
              className="inline-flex h-8 items-center gap-1.5 rounded-md border border-ink bg-sunken px-2 font-medium no-underline hover:border-edge"
            >
              {text}
              <X aria-hidden className="size-3.5" />
              <span className="sr-only">{t("take", { label: text })}</span>
            </RoutedLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
