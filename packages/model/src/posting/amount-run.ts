import { listClauses, type TextSpan } from "./clause.ts";
import { namesGoods } from "./names-goods.ts";

const sentenceEnd = /[。；;\n!?！？]|\.(?=\s|$)/g;
/** What may stand between two amounts of one list: the rate and time of the first, the joint, and the name of the second. */
const gap =
  /^(?:\s?[/每一]\s?个?[月年周季天日]|\s(?:a|per|each) \w+|\s(?:in|for|by|from) (?:[QH]\d|\d{4}|\p{L}+)(?: \d{4})?){0,2}\s?(?<joint>、|[，,]|\/|以?及|和|与|\bplus\b|\band\b|&)\s?(?:and )?(?<name>(?:(?:then|another|about|some|roughly|at most|at least|no(?:t)? (?:more|less) than|up to|max\.?|min\.?) )?|第?[一二两三四五六七八九十\d]{1,2}(?:[季月年批](?:度|份|次|供|需|用)?|st|nd|rd|th)?(?:交|供)?|\p{Script=Han}{0,6})\s?$/iu;
const firstName =
  /(?:(?:分别|依次|各)[为是]?|第?[一二两三四五六七八九十\d]{1,2}(?:[季月年批](?:度|份|次|供|需|用)?)(?:交|供)?|[首头]批|每?[年月季周](?:供|需|用)?)$/u;
/** Of lots that are told by month each has a name of its own: then a comma joins them as well. */
const lotName = /^第?[一二两三四五六七八九十\d]{1,2}[季月年批]/;
/** 不少于90吨，不超过120吨: both ends of one amount. */
const otherEnd = /^(?:但|且|而)?(?:不[超高多少低]过?于?|最多|至多|最少|至少)$|^(?:at (?:most|least)|no)/i;
const lastTime =
  /^\s(?:in|for|by|from) (?:[QH]\d|\d{4}|[A-Z]\p{L}+)(?:(?:, | and )(?:[QH]\d|[A-Z]\p{L}+))*(?: \d{4})?/u;
const asLiteral = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * All amounts of the list in which an amount stands, or the amount alone: of 50 t in Q1, 60 t in Q2 and 70 t in Q3 none says anything
 * once the first is gone. Goods or a full clause between two amounts part them. [PO11]
 * @param found the amount, with its unit
 */
export function runOfAmounts(text: string, found: TextSpan): TextSpan {
  const unit = /[^\d\s.,，].*$/s.exec(text.slice(found.start, found.end).replace(/^\D+(?=\d)/, ""))?.[0];
  if (unit === undefined) return found;
  const stops = [...text.matchAll(sentenceEnd)].map(({ index }) => index);
  const from = (stops.findLast((at) => at < found.start) ?? -1) + 1;
  const to = stops.find((at) => at >= found.end) ?? text.length;
  const amount = new RegExp(
    `(?<![\\d.A-Za-z])\\d[\\d,]*(?:\\.\\d+)?(?:\\s?${asLiteral(unit)}|(?=\\s?(?:[、，,/和及与]|and ))(?![\\d.]))`,
    "g",
  );
  const all = [...text.slice(from, to).matchAll(amount)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].replace(/,$/, "").length,
  }));
  const at = all.findIndex(({ start, end }) => start < found.end && end > found.start);
  const joint = (one: TextSpan | undefined, next: TextSpan | undefined) => {
    const words = one && next ? text.slice(one.end, next.start) : "";
    const told = gap.exec(words)?.groups;
    return told && !namesGoods(told.name ?? "") ? told : undefined;
  };
  let [first, last] = [at, at];
  while (joint(all[first - 1], all[first]) !== undefined) first -= 1;
  while (joint(all[last], all[last + 1]) !== undefined) last += 1;
  const joints = all.slice(first, last).map((one, index) => joint(one, all[first + index + 1]));
  const isList = joints.some((one) => !/[，,]/.test(one?.joint ?? ","));
  const isOfEnds = joints.length === 1 && otherEnd.test(joints[0]?.name ?? "");
  const isOfLots = joints.every((one) => lotName.test(one?.name ?? ""));
  const [head, foot] = [all[first], all[last]];
  // A comma alone also parts sentences: a list has a mark or a word of a list.
  if (!head || !foot || first === last || !(isList || isOfLots || isOfEnds)) return found;
  if (!text.slice(foot.start, foot.end).endsWith(unit)) return found;
  const floor = listClauses(text).findLast(({ start }) => start <= head.start)?.start ?? from;
  const name = firstName.exec(text.slice(floor, head.start))?.[0].length ?? 0;
  const time = lastTime.exec(text.slice(foot.end))?.[0].length ?? 0;
  return { start: head.start - name, end: foot.end + time };
}
