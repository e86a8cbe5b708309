import type { PostingFilter } from "@lilink/contract";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { conceptName, figuresText } from "#features/posting/view.ts";
import type { readExplore } from "../queries.ts";
import { toExploreHref, withoutWords } from "../view.ts";

type Page = Awaited<ReturnType<typeof readExplore>>["page"];

export type ReadChipsProps = {
  readonly filter: PostingFilter;
  readonly page: Page;
  readonly readsFigures: boolean;
};

/** What was read out of the words, products and figures as they are understood, each of which can be taken back. */
export function ReadChips({ filter, page: { named, figures }, readsFigures }: ReadChipsProps) {
  const t = useTranslations("search");
  const locale = useLocale();
  const measured = figures.some(({ figure }) => figure);
  const chips = [
    ...named.map(({ text, concept }) => ({ text, label: conceptName(concept, locale) })),
    ...figures.map(({ text, figure }) => ({
      text,
      label: figure ? figuresText([figure], locale) : text,
    })),
  ];
  if (figures.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="text-muted">{t("read")}</span>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ text, label }) => (
          <li key={text}>
            <RoutedLink
              href={toExploreHref(withoutWords(filter, text))}
              title={t("take", { label: text })}
              className="inline-flex h-8 items-center gap-1.5 rounded-md border border-ink bg-sunken px-2 font-medium no-underline hover:border-edge"
            >
              <span className="first-letter:uppercase">{label}</span>
              <X aria-hidden className="size-3.5" />
              <span className="sr-only">{t("take", { label: text })}</span>
            </RoutedLink>
          </li>
        ))}
      </ul>
      <span className="text-muted">
        {t(filter.meets ? "figuresMust" : readsFigures || !measured ? "figures" : "figuresUnread")}
      </span>
      {measured && (readsFigures || filter.meets) ? (
        <TextLink href={toExploreHref({ ...filter, meets: filter.meets ? undefined : "1" })}>
          {t(filter.meets ? "figuresAll" : "figuresOnly")}
        </TextLink>
      ) : null}
    </div>
  );
}
