import { findConcept } from "../../chain/index.ts";
import type { PostingKind } from "../../posting/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { soundsLikeToll } from "./tell-feed.ts";
import type { Weighed } from "./weigh-evidence.ts";

const works = /^(?:process|technology)$/;

const undertaken = /承接|承揽|承做|可接|[专对]外|提供|\boffer(?:s|ing)?\b/i;
const tolledBehind =
  /^的?(?:[正负]极)?(?:材料|粉体|粉末|粉)?的?(?:代(?:为)?加工|代工|来料加工|委托加工|受托加工)(?![费价])/;
const clauseEnd = /[,，;；。\n]|\. /;

/** 承接磷酸铁锂来料加工: the material that comes out of the work, whatever comes in. [MT127] */
function findTolled({ normal: { text }, mentions }: Reading): string | undefined {
  return mentions.find(
    (one) =>
      !one.negated &&
      findConcept(one.concept)?.type === "product" &&
      findConcept(one.concept)?.link === "materials" &&
      tolledBehind.test(text.slice(one.end, one.end + 24)) &&
      undertaken.test(wordsBefore(text, one, clauseEnd, 24)),
  )?.concept;
}

/** The material first, and all other goods beside it. */
function tolledFirst(ranked: readonly RankedConcept[], id: string): readonly RankedConcept[] {
  const others = ranked
    .filter(({ concept }) => concept !== id)
    .map((one) => (findConcept(one.concept)?.type === "product" ? { ...one, aside: true } : one));
  const own = ranked.filter(({ concept }) => concept === id);
  return [
    ...own.map((one) => ({ ...one, aside: false, describes: false, isSubject: true as const })),
    ...others,
  ];
}

/**
 * What an offer to work on other people's goods is about where no name of its text is sure: the process that it names. The goods
 * alone are asked: who treats them sells none. A material that is made so is named before the process. [MT127]
 * @param weigh the test of evidence, given the concepts with the one that is the subject first
 */
export function withToll(
  reading: Reading,
  ranked: readonly RankedConcept[],
  kind: PostingKind | undefined,
  weigh: (concepts: readonly RankedConcept[]) => Weighed,
): Weighed {
  const tolled =
    kind === "capability" && soundsLikeToll(reading.normal.text) ? findTolled(reading) : undefined;
  if (tolled !== undefined) return weigh(tolledFirst(ranked, tolled));
  const weighed = weigh(ranked);
  if (
    kind !== "capability" ||
    weighed.concepts.some(({ aside }) => !aside) ||
    !soundsLikeToll(reading.normal.text)
  )
    return weighed;
  const subject = ranked.find(({ concept }) => works.test(findConcept(concept)?.type ?? ""));
  if (!subject) return weighed;
  const others = ranked.filter((one) => one !== subject).map((one) => ({ ...one, aside: true }));
  return weigh([{ ...subject, aside: false, describes: false, isSubject: true as const }, ...others]);
}
