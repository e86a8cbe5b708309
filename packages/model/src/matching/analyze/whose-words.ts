import type { Span } from "@lilink/engine/text";
import wordsJson from "../data/whose-words.json" with { type: "json" };
import { wordsBefore, wordsBehind } from "./words-beside.ts";

const [denied, others, compared, wished, othersBehind] = (
  ["denied", "others", "compared", "wished", "othersBehind"] as const
).map((key) => new RegExp(wordsJson[key], "i")) as [RegExp, RegExp, RegExp, RegExp, RegExp];
const clauseEnd = /[,，;；。\n!！?？]|\. /;
const near = 48;

/**
 * Whether words of readiness, of a right, of a place or of a paper are said of the posting itself: not of somebody else, not denied, not of
 * the past and not only compared with. [MT94]
 * @example isOfPosting("竞争对手已通过IATF 16949", { start: 7, end: 17 }) // false
 */
export function isOfPosting(text: string, span: Span): boolean {
  const before = wordsBefore(text, span, clauseEnd, near);
  const behind = wordsBehind(text, span, clauseEnd, near);
  return !(denied.test(before) || others.test(before) || compared.test(before) || othersBehind.test(behind));
}

/** Whether it is so already, and not what is only aimed at. @example isReached("想做到TRL 6", { start: 3, end: 8 }) // false */
export function isReached(text: string, span: Span): boolean {
  return !wished.test(wordsBefore(text, span, clauseEnd, near)) && !isPlanned(text, span);
}

// 中试计划明年启动, pilot planned for 2027, mass production in 2029: a stage with a time to come.
const plannedBehind =
  /^[^,，。;；]{0,6}(?:计划|拟|将于|预计)|^[a-z]{0,6}(?: (?:line|plant|scale|trials?|runs?|phase|stage|production))? (?:(?:is|are|was) )?(?:planned|scheduled|foreseen|intended|expected|to (?:follow|start|begin|be built))\b/i;
const plannedTime =
  /^[a-z]{0,6} (?:(?:line|plant|scale|trials?|runs?|phase|stage) )?(?:in|from|by|for) (?:late |early |mid-?|Q[1-4] )?20\d\d\b/i;
const done = /\b(?:since|completed|finished|passed|ran|run|running|was|were|done|has|have|had)\b/i;

const plannedBefore = /(?:计划|拟|将于?|预计)(?:于|在)?(?:20\d\d年|明年|后年|下半年|年底)[^,，。;；]{0,6}$/;

/** Whether a project tells of a stage with its time to come: 计划2027年中试. */
export function isStagePlanned(text: string, span: Span): boolean {
  return plannedBefore.test(wordsBefore(text, span, clauseEnd, near)) || isPlanned(text, span);
}

/** Whether a stage is one to come, by the words behind it. */
function isPlanned(text: string, span: Span): boolean {
  const behind = wordsBehind(text, span, clauseEnd, near);
  return (
    plannedBehind.test(behind) ||
    (plannedTime.test(behind) && !done.test(wordsBefore(text, span, clauseEnd, near)) && !done.test(behind))
  );
}

// In or past a stage; what one looks for, plans or scales up to is none.
const inStage =
  /(?:处于|处在|位于|正在|已经?|完成了?|进入|通过|建成|目前|现[为处在已]?|有)[^,，。;；]{0,8}$|\b(?:at|in|currently|now|reached|completed?|passed|have|has|run|runs|operates?|is|are)\b[^,.;]{0,20}$/i;
const stageBehind =
  /^[^,，。;；]{0,6}(?:阶段|已|完成|成功|通过|建成)|^(?:[- ]?(?:scale|line|plant|trials?|tests?|level))?[- ]?(?:stage|phase|completed?|done|finished|passed)\b/i;
const aimedAt =
  /计划|[拟将]|希望|寻求?|找|需要?|目标|争取|面向|推进|合作|内(?=完成|建成|实现|进入|达到|$)|年底?前|后$|\b(?:plans?|planned|seek\w*|look\w*|wants?|needs?|aims?|goal|towards?|until|within|should|will|would|partners?|to)\b/i;

/**
 * Whether a project says that it stands at a stage: 目前处于小试阶段, 中试已完成, "now at pilot scale". What it looks for, or aims at, is no stage. [MT94]
 * @example isStageSaid("寻求中试合作", { start: 2, end: 4 }) // false
 */
export function isStageSaid(text: string, span: Span): boolean {
  const before = wordsBefore(text, span, clauseEnd, near);
  const behind = wordsBehind(text, span, clauseEnd, near);
  return !aimedAt.test(before) && (inStage.test(before) || stageBehind.test(behind));
}
