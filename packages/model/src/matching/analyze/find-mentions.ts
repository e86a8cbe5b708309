import { type NormalText, type Span, sentencesOf } from "@lilink/engine/text";
import contextJson from "../data/context.json" with { type: "json" };
import { composeMentions } from "./compose-mentions.ts";
import { findLabels, type LabelHit } from "./find-labels.ts";
import type { Mention } from "./mention.ts";

const commaCost = 8;
/** A word further off says nothing of a meaning, and a long sentence is not read anew for each of its words. */
const farthest = 300;
const context = contextJson.map((rule) => ({
  concept: new RegExp(rule.concept),
  near: new RegExp(rule.near, "gi"),
}));

// Named to be excluded: right before or behind the name, at most one word between.
const negatedBefore =
  /(?:(?:不要|不收|不做|不接|不碰|谢绝|不生产|不供应?|不销售|不含有|没做)(?!求)\p{Script=Han}{1,3}|不含|不需要?|无需|不得含有?|不含有|不使用|不用|不接受|不再?考虑|不要|不卖(?!断)|不收|不接|不做|不碰|不生产|不供应?|不销售|不代理|不是|而非|非|无|未|免|除了?|(?<!有)没有|[别勿](?:再)?[报推送发碰]|谢绝|拒[绝收]|(?:without|w\/o)(?:\s+(?:any|the|an?))?|(?:不能|不可|不得|不宜|禁止|严禁|不许|不再|不进|绝不)(?:用于|做|作|进行?|再)?|(?<![A-Za-z])(?:but|and|is|are) not\s*[(（]?|free\s+(?:of|from)|excluding|except(?:\s+for)?|other\s+than|rather\s+than|instead\s+of|never|neither|by no means|not?\s+(?:contain(?:ing)?\s+|(?:suitable |meant |interested |made )?(?:in|for|from)\s+)?|non[- ]|(?:n't|do not) (?:offer|want|need|take|do|make|sell|buy|touch|accept|send)(?: (?:us|me|any))*\s+|no longer (?:offer|want|need|take|do|make|sell|buy|stock|produce|supply)(?: any)?\s+|(?:不含|不使用|不要|除了?)[^,，。;；]{1,10}[、和或及])(?:任何|纯|[a-z]{3,8}\s)?\s*$/iu;
const negatedAfter =
  /^(?:s?\? ?(?:no\b|none\b|not (?:us|here)\b)|s? (?:none|sold out)\b|[^,，。;；\d\n]{0,6}?(?:的(?:请|就)?别[问来找提]|免(?:开尊口|报)|暂不?(?:需要|不要)|暂时?不(?:需要?|要|收|做)|[已均]?自[购产制备]|我们有|(?:我们|我[司方厂])?自己有|(?:我们|我司|自己|自家|手上)有货)|[^,，。;；\n]{0,10}?不是我们(?:的)?(?:方向|业务|范围|产品)|[- ]free\b(?! of| from)|[^。;；\d\n]{0,24}?(?:的)?[,，]?请绕行|[^,，。;；\d\n]{0,6}?(?:试过不|请?勿[投报推扰发应联打]|免[报谈问]|另有供应|不适[用合]|请不要)|[^,，。;；\d\n]{0,4}?(?:(?:一概|一律)不|不(?:外[售卖销]|出[售让]))|除外|以外|[^,，。;；\d\n]{0,4}?(?:不响应|不应标|不投标?|不报价)|[^,，。;；\d\n]{0,6}?(?:我[们司方厂]|本[厂司次]|目前|暂时)(?:目前|暂时|现在|都|也)?不(?:做|卖|供|收|要|产|生产|投|报|提供|涉及|处理|加工|拆|回收|消纳)|[^,，。;；\d\n]{0,5}?(?:、[^,，、。;；\n]{1,6}){0,3}?(?:不要|不收|不接|不做|不碰|不卖|不报|不看|不谈|不生产|不考虑|不在(?:本次)?范围|不用(?:推荐|报)|(?:目前)?不[缺差](?=[,，。;；\n]|$)|请不要报|免谈|勿扰|别[报推送]|拒收|(?:的)?请绕行|以后再[说谈]|暂[缓停]|[已早]停|停(?:产|了|采)|[没无]有?(?=[,，。;；\n]|$))|s?,? (?:we (?:do not|don't|won't|no longer)|(?:is|are) (?:not(?! (?:to|only|yet|more|less|above|below|over|under))|no longer)|(?:is|are) (?:out of|outside|none of|(?:of )?no interest|not of interest)|,? ?we (?:decline|refuse|leave)|is what we (?:refuse|decline|(?:want|wish|try|hope) to (?:get away from|avoid|replace|leave))|(?:do|does|would|will) not (?:fit|suit|work|qualify)|(?: [a-z]+){0,2} need not apply|(?: [a-z]+)?,? (?:is |are )?not (?:for sale|included|wanted|suitable|needed|accept(?:ed|able)|allowed|welcome)|excluded|no,? thank))/i;
const listJoiner = /^(?:类|等)?(?:、|和|或|及|与|以及|\s*\/\s*|\s*(?:and|or|nor)\s*)$/i;
const joiner = /^(?:[、,]|和|或|及|与|以及|\s*(?:and|or|nor)\s*|,\s*(?:and|or)?\s*)$/i;

/** The concepts that a normal text names, in the order of the text. [MT3] [MT4] */
export function findMentions(normal: NormalText): readonly Mention[] {
  const { text } = normal;
  const hits = findLabels(text).filter((hit) => !isMeasure(text, hit));
  if (hits.length === 0) return [];
  const sentences = sentencesOf(text);
  const mentions: Mention[] = [];
  const named = new Set<string>();
  for (const hit of hits) {
    // PVDF-free binder: of several meanings none is the one that is refused.
    const refused = mentions.filter(({ negated }) => negated).map(({ concept }) => concept);
    const left = hit.concepts.filter((each) => !refused.includes(each));
    const meant = left.length > 0 ? { ...hit, concepts: left } : hit;
    const ranked = rankMeanings(meant, text, sentences, named);
    const [concept, ...alternatives] = ranked;
    if (concept === undefined) continue;
    const previous = mentions.at(-1);
    const negated =
      isNegated(text, hit) ||
      (previous?.negated === true && joiner.test(text.slice(previous.end, hit.start)));
    // LFP prismatic is a chemistry and a shape.
    for (const each of concept.split("+")) named.add(each);
    for (const each of concept.split("+"))
      mentions.push({ start: hit.start, end: hit.end, concept: each, negated, alternatives });
  }
  return composeMentions(text, denyLists(text, mentions));
}

// SOH 80 %, SOH大概76%, state of health at least 80 %: what is measured, and not the test of it.
const measured = /^(?:SOH|state of health)$/i;
const measuredBehind =
  /^ ?(?:(?:is|of|at|least|about|around|above|over|under|below|not|no|less|lower|worse|more|than|between|from|min\.?|max\.?|ca\.?|still|[≥≤<>=~:：]|[大约概均都还在为剩仅]|不?低于|高于|不小于|大于|至少|左右) ?){0,5}\d/i;

function isMeasure(text: string, { start, end }: Span): boolean {
  return measured.test(text.slice(start, end)) && measuredBehind.test(text.slice(end, end + 30));
}

/** 氧化物、聚合物电解质的请勿联系: what is refused behind the last of a list is refused of all. */
function denyLists(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const denied = new Set<Mention>();
  for (const [index, mention] of mentions.toReversed().entries()) {
    const next = mentions[mentions.length - index];
    const isOfList =
      next !== undefined &&
      (denied.has(next) || (next.negated && negatedAfter.test(text.slice(next.end, next.end + 40)))) &&
      listJoiner.test(text.slice(mention.end, next.start));
    if (isOfList) denied.add(mention);
  }
  return mentions.map((mention) => (denied.has(mention) ? { ...mention, negated: true } : mention));
}

function isNegated(text: string, hit: Span): boolean {
  if (negatedAfter.test(text.slice(hit.end, hit.end + 40).replaceAll(/[(（][^)）]*[)）]/g, ""))) return true;
  const before = text.slice(Math.max(0, hit.start - 26), hit.start);
  if (/(?<![可能会])不$/.test(before)) return true;
  return negatedBefore.test(before) && !/(?:是否|有无|not only)\s*$/i.test(before);
}

/** The nearest word that speaks for a meaning decides; what nothing speaks for keeps the order of the list. */
function rankMeanings(
  hit: LabelHit,
  text: string,
  sentences: readonly Span[],
  named: ReadonlySet<string>,
): readonly string[] {
  if (hit.concepts.length === 1) return hit.concepts;
  const sentence = sentences.find((span) => span.start <= hit.start && hit.end <= span.end);
  const start = Math.max(sentence?.start ?? 0, hit.start - farthest);
  const wide = text.slice(start, Math.min(sentence?.end ?? text.length, hit.end + farthest));
  const inside = { start: hit.start - start, end: hit.end - start };
  const near = hit.concepts.map((concept) => ({ concept, weight: supportOf(concept, wide, inside) }));
  // Where its sentence says nothing, it is what was named before it: 锂云母…。精矿….
  const scored = near.some(({ weight }) => weight > 0)
    ? near
    : near.map(({ concept }) => ({ concept, weight: named.has(concept) ? 1 : 0 }));
  return scored.sort((a, b) => b.weight - a.weight).map(({ concept }) => concept);
}

// (not micronised): what is denied speaks for nothing.
const notBefore = /(?:\b(?:not?|non)[- ]|[非不无])$/i;

function supportOf(concept: string, sentence: string, hit: Span): number {
  let best = 0;
  for (const rule of context) {
    if (!rule.concept.test(concept)) continue;
    for (const match of sentence.matchAll(rule.near)) {
      const end = match.index + match[0].length;
      if (match.index < hit.end && end > hit.start) continue;
      if (notBefore.test(sentence.slice(Math.max(0, match.index - 5), match.index))) continue;
      const gap = end <= hit.start ? sentence.slice(end, hit.start) : sentence.slice(hit.end, match.index);
      best = Math.max(best, 1 / (1 + gap.length + (/[,，、]|\band\b|和/.test(gap) ? commaCost : 0)));
    }
  }
  return best;
}
