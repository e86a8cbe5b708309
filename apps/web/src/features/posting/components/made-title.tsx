import { readerHalf } from "@lilink/i18n";
import type { PostingFigure } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { langOf } from "#lib/i18n/lang-of.ts";
import { conceptName, headingOf, isOtherLanguage, madeTitle, type TitledReading } from "../view.ts";

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

type AboutLineProps = { readonly title: string; readonly concept: string | null };

/** Below a title in the other language: what of the chain it is about. It is no title. */
export function AboutLine({ title, concept }: AboutLineProps) {
  const t = useTranslations("posting.made");
  const locale = useLocale();
  if (!concept || !isOtherLanguage(langOf(readerHalf(title, locale)), locale)) return null;
  return (
    <span className="block text-sm font-normal text-muted">
      {t("about", { concept: conceptName(concept, locale) })}
    </span>
  );
}

export type MadeTitleProps = {
  readonly reading: TitledReading | null;
  readonly title: string;
};

/** The heading of a posting's page and of an introduction: the line of the platform where its author wrote in the other language, as lists have it. */
export function PostingHeading({ reading, title }: MadeTitleProps) {
  const locale = useLocale();
  if (!reading || !isOtherLanguage(reading.language, locale)) return <OwnWords whole>{title}</OwnWords>;
  return (
    <>
      {headingOf(reading, title, locale)}
      <MadeMark />
    </>
  );
}

/** Below that heading: the words of its author. */
export function OwnTitle({ reading, title }: MadeTitleProps) {
  const locale = useLocale();
  if (!reading || !isOtherLanguage(reading.language, locale)) return null;
  return (
    <p className="mb-2 text-ink">
      <OwnWords whole>{title}</OwnWords>
    </p>
  );
}

export type PostingTitleProps = {
  /** Where the title leads; without it the title stands alone. */
  readonly href?: string;
  /** The language of its author, seen from the words where it is not known. */
  readonly language?: string;
  readonly concept: string | null;
  readonly title: string | undefined;
  /** The figures that the line of the platform names. */
  readonly figures?: readonly PostingFigure[];
};

/** What a posting is called: in the words of its author, or in the language of the reader with those words below. */
export function PostingTitle(props: PostingTitleProps) {
  const { href, concept, title = "", language = langOf(title), figures = [] } = props;
  const locale = useLocale();
  const own = <OwnWords whole>{title}</OwnWords>;
  const linked = (words: ReactNode) => (href ? <TextLink href={href}>{words}</TextLink> : words);
  if (!concept || !isOtherLanguage(language, locale)) return linked(own);
  return (
    <>
      {linked(madeTitle(concept, figures, locale))}
      <MadeMark />
      <span className="block text-sm font-normal text-muted">{own}</span>
    </>
  );
}
