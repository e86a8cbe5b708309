import { chooseWord, type MatchResult, type MatchWord } from "@lilink/model/matching";
import { useTranslations } from "next-intl";

/** The word for a pair, with as many bars as it is strong. */
export function WordMark({ word }: { readonly word: MatchWord }) {
  const t = useTranslations("match.word");
  return (
    <span className="fit-word" data-word={word}>
      {t(word)}
    </span>
  );
}

/** What a match is called. [MT70] */
export function FitWord({ result }: { readonly result: MatchResult }) {
  return <WordMark word={chooseWord(result)} />;
}
