import type { MatchWord } from "@lilink/model/matching";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { WordMark } from "./fit-word.tsx";

export type FitLineProps = {
  readonly match: { readonly own: string; readonly ownTitle: string; readonly word: MatchWord };
};

/** How well a posting meets one of the reader's own, which is named and leads to its matches. */
export function FitLine({ match: { own, ownTitle, word } }: FitLineProps) {
  return (
    <span className="inline-flex flex-col items-start">
      <WordMark word={word} />
      <TextLink href={`/postings/${own}/matches`} className="text-sm">
        <OwnWords whole>{ownTitle}</OwnWords>
      </TextLink>
    </span>
  );
}
