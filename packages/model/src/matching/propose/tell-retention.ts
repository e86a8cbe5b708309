import type { PostingFigure } from "../../posting/index.ts";
import { wordsBeside } from "../analyze/words-beside.ts";
import type { Proposed, Unassigned } from "./propose-fields.ts";

/** What a life is counted to: who still has more after so many cycles has a longer life. */
const lifeEnd = 80;
const sentenceEnd = /[。;；\n]|\. /;
const reach = 40;
const kept =
  /保持|剩余|剩(?=\s?\d)|还有|衰减到|\bretention|\bretain\w*|\bremain\w*|\bkeeps?\b|\bkept\b|\bholds?\b|\bof (?:the |its )?(?:initial )?capacity\b/i;
const cyclesFirst = /^ ?(?:次|圈|周)?(?:循环)?(?:之?后|时|以后)?[,，]?\s?[^\d,，。;；]{0,16}$/u;
const shareFirst =
  /^ ?(?:[或及]?以上|or (?:more|better|above))? ?(?:of (?:the |its |their )?(?:initial )?)?(?:(?:capacity|retention|retained|remaining|left|容量|保持率) ?){0,3}[,，(（]? ?(?:after|over|at|@|for|in|through|经过?|在|循环)? ?$/iu;
// Of a coin or half cell, of storage and of used goods it is no life of what is dealt in.
const others =
  /扣[式电]|半电池|coin|half[- ]cells?|存[放储]|贮存|搁置|storage|stored|梯次|退役|\bused\b|second[- ]life/i;

type Piece = { readonly span: Proposed<unknown>["span"]; readonly source: string };

/** A life that is told by what is left after so many cycles, and the pieces of the text that tell it. */
export type Retained = { readonly figure: Proposed<PostingFigure>; readonly told: readonly Piece[] };

/**
 * 82 % after 400 cycles, 400圈后保持82%: a life to 80 % of at least so many cycles, with these words as its condition. Less than 80 %
 * tells no such life and stays in the text. [MT122]
 * @param pieces what no attribute took
 * @param figures what one did: 400 cycles may be a life already
 * @example tellRetention("LFP cells, 82 % after 400 cycles", pieces, [])[0]?.figure.value.value // "400"
 */
export function tellRetention(
  text: string,
  pieces: readonly Proposed<Unassigned>[],
  figures: readonly Proposed<PostingFigure>[],
): readonly Retained[] {
  const lives = [...pieces, ...figures.filter(({ value }) => value.attribute === "cycle_life")].filter(
    ({ value }) => value.unit === "cycles" && value.high === undefined,
  );
  return pieces.flatMap((share): Retained[] => {
    const percent = Number(share.value.value);
    if (share.value.unit !== "%" || share.value.high !== undefined || percent > 100 || percent < lifeEnd)
      return [];
    const life = lives.find(({ span }) => isOne(text, share.span, span));
    if (!life || others.test(wordsBeside(text, share.span, sentenceEnd, reach * 2))) return [];
    const span = {
      start: Math.min(share.span.start, life.span.start),
      end: Math.max(share.span.end, life.span.end),
    };
    const source = text.slice(span.start, span.end);
    const isLimit = share.value.op === ">=" || life.value.op === ">=";
    const value: PostingFigure = {
      attribute: "cycle_life",
      op: ">=",
      value: life.value.value,
      unit: "cycles",
      hard: isLimit,
      condition: source,
    };
    return [{ figure: { value, span, source }, told: [share, life] }];
  });
}

/** Whether a share and a number of cycles say one thing between them. */
function isOne(text: string, share: Piece["span"], life: Piece["span"]): boolean {
  const isShareFirst = share.end <= life.start;
  const [first, last] = isShareFirst ? [share, life] : [life, share];
  if (first.end > last.start || last.start - first.end > reach) return false;
  const gap = text.slice(first.end, last.start);
  const isKept = kept.test(wordsBeside(text, share, sentenceEnd, reach));
  if (isShareFirst) return shareFirst.test(gap) && (isKept || /\b(?:after|over|@)|后|经/.test(gap));
  return cyclesFirst.test(gap) && isKept;
}
