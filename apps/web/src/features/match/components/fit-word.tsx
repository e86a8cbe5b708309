import {
  type AskCause,
  chooseWord,
  type MatchResult,
  type MatchWord,
  whyAsk,
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

/** The rule of the word that pairs share; of all but the highest the causes of these very pairs. */
export function useWordRule(): (results: readonly MatchResult[]) => string {
  const rule = useTranslations("match.wordRule");
  const cause = useTranslations("match.cause");
  const ask = useTranslations("match.ask");
  const askCause = ({ code, count, isRestMet }: AskCause) =>
    isRestMet ? ask("rest", { cause: ask(code, { count }) }) : ask(code, { count });
  return (results) => {
    const word = results[0] ? chooseWord(results[0]) : "distant";
    if (word === "ask") {
      const causes = [...new Set(results.map((one) => askCause(whyAsk(one))))].join(ask("or"));
      return ask("told", { causes, rule: rule(word) });
    }
    if (word !== "distant" && word !== "possible") return rule(word);
    const why = word === "distant" ? whyDistant : whyPossible;
    const causes = [...new Set(results.flatMap<Parameters<typeof cause>[0]>(why))].map((one) => cause(one));
    return cause("told", { rule: rule(word), causes: causes.join(cause("join")) });
  };
}
