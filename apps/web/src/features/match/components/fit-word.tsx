import {
  chooseWord,
  type MatchResult,
  type MatchWord,
  whyDistant,
  whyPossible,
} from "@lilink/model/matching";
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

/** The rule of the word that pairs share; of "possible" and of the lowest one the causes of these very pairs. */
export function useWordRule(): (results: readonly MatchResult[]) => string {
  const rule = useTranslations("match.wordRule");
  const cause = useTranslations("match.cause");
  return (results) => {
    const word = results[0] ? chooseWord(results[0]) : "distant";
    if (word !== "distant" && word !== "possible") return rule(word);
    const why = word === "distant" ? whyDistant : whyPossible;
    const causes = [...new Set(results.flatMap<Parameters<typeof cause>[0]>(why))].map((one) => cause(one));
    return cause("told", { rule: rule(word), causes: causes.join(cause("join")) });
  };
}
