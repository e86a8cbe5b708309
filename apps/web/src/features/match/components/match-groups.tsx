import { chooseWord, matchWords } from "@lilink/model/matching";
import { useTranslations } from "next-intl";
import type { Match, MatchList } from "../queries.ts";
import { sortByWord } from "../view.ts";
import { useWordRule, WordMark } from "./fit-word.tsx";
import { MatchCard } from "./match-card.tsx";
import type { MarkTexts } from "./match-marks.tsx";
import { MatchRows } from "./match-rows.tsx";

export type MatchGroupsProps = {
  readonly own: MatchList["own"];
  readonly matches: readonly Match[];
  readonly answered: MatchList["answered"];
  readonly marks: MarkTexts | null;
  readonly next?: string | undefined;
};

/** So many stand with every reason and clause; the others in rows, and in full on the page of all matches. */
const shownInFull = 3;

/** The matches under the word that each is called by, strongest first, with the rule of the word. */
export function MatchGroups({ own, matches, answered, marks, next }: MatchGroupsProps) {
  const ruleOf = useWordRule();
  const word = useTranslations("match.word");
  const sorted = sortByWord(matches);
  const full = new Set(sorted.slice(0, shownInFull));
  const compares = sorted.length > 1;
  return matchWords.map((one) => {
    const group = sorted.filter(({ result }) => chooseWord(result) === one);
    const rest = group.filter((match) => !full.has(match));
    if (group.length === 0) return null;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this is a part of a list.
      <div key={one} role="group" aria-label={word(one)} className="mb-6">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line pb-2">
          <WordMark word={one} />
          <span className="text-sm text-muted">{ruleOf(group.map(({ result }) => result))}</span>
        </p>
        <div className="hairline-list">
          {group
            .filter((match) => full.has(match))
            .map((match) => (
              <MatchCard
                key={match.other.publicId}
                own={own}
                match={match}
                answered={answered}
                marks={marks}
                isMain={!compares && match.answerBy === null}
                compares={compares}
                next={next}
              />
            ))}
        </div>
        {rest.length > 0 ? (
          <MatchRows own={own} rows={rest} mayAct={marks !== null} compares={compares} next={next} />
        ) : null}
      </div>
    );
  });
}
