import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A note in the language of the page; one that is on record in English alone says so. */
export function NoteText({ en, zh }: { readonly en: string; readonly zh?: string | undefined }) {
  const locale = useLocale();
  if (locale === "en") return en;
  return zh ?? <EnglishText>{en}</EnglishText>;
}

/** English on a page that is in Chinese, marked as such. */
export function EnglishText({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("chain.concept");
  return (
    <>
      <span lang="en">{children}</span>
      <span className="ml-1 text-xs whitespace-nowrap text-muted">({t("inEnglish")})</span>
    </>
  );
}
