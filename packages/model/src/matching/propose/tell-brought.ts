import type { Span } from "@lilink/engine/text";
import type { Mention } from "../analyze/mention.ts";
import projectJson from "../data/project-words.json" with { type: "json" };

const brought = new RegExp(projectJson.brought, "giu");
const research = new RegExp(projectJson.research, "iu");

/**
 * What partners of research would bring, where something else is named that is worked on: partners should contribute Li2S of 99.9 %.
 * It is neither wanted nor offered. [MT105]
 */
export function listBrought(text: string, mentions: readonly Mention[]): readonly Span[] {
  if (!research.test(text)) return [];
  const stretches = [...text.matchAll(brought)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const isOutside = ({ start, end, negated }: Mention) =>
    !negated && !stretches.some((one) => one.start <= start && end <= one.end);
  return mentions.some(isOutside) ? stretches : [];
}
