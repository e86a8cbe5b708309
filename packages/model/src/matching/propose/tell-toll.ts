import { findConcept } from "../../chain/index.ts";
import type { PostingKind } from "../../posting/index.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { soundsLikeToll } from "./tell-feed.ts";
import type { Weighed } from "./weigh-evidence.ts";

const works = /^(?:process|technology)$/;

/**
 * What an offer to work on other people's goods is about where no name of its text is sure: the process that it names. The goods
 * alone are asked: who treats them sells none. [MT127]
 * @param weigh the test of evidence, given the concepts with the one that is the subject first
 */
export function withToll(
  text: string,
  ranked: readonly RankedConcept[],
  kind: PostingKind | undefined,
  weigh: (concepts: readonly RankedConcept[]) => Weighed,
): Weighed {
  const weighed = weigh(ranked);
  if (kind !== "capability" || weighed.concepts.some(({ aside }) => !aside) || !soundsLikeToll(text))
    return weighed;
  const subject = ranked.find(({ concept }) => works.test(findConcept(concept)?.type ?? ""));
  if (!subject) return weighed;
  const others = ranked.filter((one) => one !== subject).map((one) => ({ ...one, aside: true }));
  return weigh([{ ...subject, aside: false, describes: false, isSubject: true as const }, ...others]);
}
