import type { PostingFigure } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { isOtherLanguage, madeTitle } from "../view.ts";

/** Says of a title that the platform made it, since its author wrote in the other language only. */
export function MadeMark() {
  const t = useTranslations("posting.made");
  return (
    <span
      title={t("help")}
      className="ml-2 rounded-sm border border-dashed border-edge px-1 align-middle text-xs font-normal whitespace-nowrap text-muted"
    >
      {t("mark")}
    </span>
  );
}

export type PostingTitleProps = {
  readonly href: string;
  readonly language: string;
  readonly concept: string;
  readonly title: string | undefined;
  /** The figures that the line of the platform names. */
  readonly figures?: readonly PostingFigure[];
};

/** What a posting is called, as a link: in the words of its author, or in the language of the reader with those words below. */
export function PostingTitle({ href, language, concept, title = "", figures = [] }: PostingTitleProps) {
  const locale = useLocale();
  const own = <OwnWords>{title}</OwnWords>;
  if (!isOtherLanguage(language, locale)) return <TextLink href={href}>{own}</TextLink>;
  return (
    <>
      <TextLink href={href}>{madeTitle(concept, figures, locale)}</TextLink>
      <MadeMark />
      <span className="block text-sm font-normal text-muted">{own}</span>
    </>
  );
}
