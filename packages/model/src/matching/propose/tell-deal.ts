import type { Span } from "@lilink/engine/text";
import { ancestorsOf, findConcept } from "../../chain/index.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import { clauseEnd, deal, dealtBehind } from "./evidence-words.ts";

const nearVerb = 40;
const nearBehind = 20;
const headed = /[:：] ?$/;
// A name with nothing but its own adjectives before it.
const plainNoun =
  /^ ?(?:(?!(?:that|which|who|for|of|from|to|with|in|on)\b)[\w.%-]+ ){0,6}$|^ ?(?:(?![用的将])[\p{Script=Han}A-Za-z\d]){0,10}$/iu;
const making = /产出|年产|生产|产(?!品)|\b(?:produc(?:e|es|ed|ing)|ma(?:ke|kes|king|de))\b/gi;

/** What stands before a place in its clause. @param ends what parts clauses here */
export function clauseBefore(text: string, place: Span, ends = clauseEnd): string {
  return wordsBefore(text, place, ends, nearVerb);
}

/**
 * Whether a thing is asked for or offered in so many words: before it in its clause, in the heading before that, or right behind it.
 * @param isOfWorks whether a text asks for works: what is made there is then what they are for
 */
export function isDealt(text: string, place: Span, isOfWorks: boolean): boolean {
  const before = clauseBefore(text, place);
  return (
    deal.test(isOfWorks ? before.replaceAll(making, "") : before) ||
    isHeaded(text, place, before) ||
    isQuoted(text, place.start) ||
    dealtBehind.test(text.slice(place.end, place.end + nearBehind))
  );
}

const quoted =
  /(?:标的物?|(?:品|物料|货物|产品)名称?|采购(?:内容|品目|物料))(?:[为是]|[:：]) ?$|\b(?:quot(?:e|ation)s?|offers?|proposals?|bids?|RFQs?|[ei]nquir(?:y|ies)) (?:for|on) (?:the )?(?:supply of )?(?:[\d.,]+ ?[a-z]{1,6} (?:of )?)?$|\b(?:look(?:ing)? for|seek(?:ing)?|search(?:ing)? for|in search of|need|want) (?:[a-z-]+ ){0,4}?(?:suppliers?|sources?|makers?|producers?|manufacturers?|vendors?|sellers?) (?:of|for) (?:[a-z-]+ )?$/i;

/** A quotation for battery-grade LiOH, an offer for 20 t of it, a supplier of it that is sought; 标的：三元黑粉. [MT100] */
export function isQuoted(text: string, start: number): boolean {
  return quoted.test(text.slice(Math.max(0, start - 80), start));
}

/** Wanted: used packs; a word of the deal before a colon is of the clause behind it. */
function isHeaded(text: string, { start }: Span, clause: string): boolean {
  const head = text.slice(Math.max(0, start - clause.length - nearBehind), start - clause.length);
  return headed.test(head) && plainNoun.test(clause) && deal.test(head.split(clauseEnd).at(-2) ?? "");
}

/** Whether one thing is a kind of the other: retired packs, LFP only. */
export function isOfFamily(one: string, other: string | undefined): boolean {
  return other !== undefined && (ancestorsOf(one).includes(other) || ancestorsOf(other).includes(one));
}

const toldBy = new Set([
  "mgli res.brine",
  "persons svc-training",
  "capacity_ta equipment",
  "capacity_gwh equipment",
]);

/** Whether a concept is told by an attribute: a brine by its Mg/Li, a kiln by its output, a course by how many it is for. */
export function isToldBy(id: string | undefined, attribute: string): boolean {
  const concept = findConcept(id ?? "");
  return [concept?.stage, concept?.type, concept?.id].some((of) => toldBy.has(`${attribute} ${of}`));
}

const askedBesides =
  /\b(?:say|state|tell|confirm|advise|indicate)\b[^.;]{0,20}\b(?:whether|if) (?:you|they)\b|(?:说明|注明|告知|写明)[^,，。;；]{0,8}(?:是否|能否|可否)/i;

/** Please also say whether you take back the solvent: what is only asked of the seller is no subject. [MT131] */
export const isAskedBesides = (text: string, place: Span): boolean =>
  askedBesides.test(clauseBefore(text, place));
