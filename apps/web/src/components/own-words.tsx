import { readerHalf } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { langOf } from "#lib/i18n/lang-of.ts";

export type OwnWordsProps = {
  readonly children: string;
  /** A name of a firm or the title of a posting: shown as it was given, both halves. */
  readonly whole?: boolean;
  /** Says beside the words that they are in the other language, where somebody decides by them. */
  readonly mark?: boolean;
};

/** Words as somebody wrote them, a name or a title: the reader's half of them, marked with their language where it is not the page's. */
export function OwnWords({ children, whole = false, mark = false }: OwnWordsProps) {
  const locale = useLocale();
  const t = useTranslations("common.ownWords");
  const words = whole ? children : readerHalf(children, locale);
  const lang = langOf(words);
  if (lang === locale || !/\p{L}/u.test(words)) return words;
  // A formula or a number of a model is no other language.
  const isText = lang === "zh-CN" || /[a-z]{2,}\s+[a-z]{2,}/i.test(words);
  return (
    <>
      <span lang={lang}>{words}</span>
      {mark && isText ? (
        <span className="ml-2 text-xs font-normal whitespace-nowrap text-muted">{t("other")}</span>
      ) : null}
    </>
  );
}
