import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";

// Spans that are no lead time: of a payment, a warranty, a validity, a storage or a test (but 付款后30天交货).
const otherWord =
  /(?:[账帐]期|付清|付讫|付款|支付|结[算清]|回款|货到|款到|月结|承兑|质保|保修|保质|有效|存储|[储贮]存|存放|搁置|保[存管]|试用|试验|测试|检测|考核|验证|培训|pay(?:ment|able)?s?\b|paid\b|\bnet\b|credit|settle(?:d|ment)?|invoiced?|\bL\/?C\b|信用证|warrant(?:y|ies|ed)|guarantee|valid(?:ity)?|shelf[- ]life|stor(?:ed?|age)|calendar|ag(?:e|ed|e?ing)\b|rest(?:ed|ing)?\b|test(?:s|ed|ing)?\b|trials?\b|options?\b|exercis(?:ed|able)\b)(?![\p{Script=Han}]{0,3}(?:后|之?日起))/giu;
const deliveryWord = /交付|交期|交货|货期|发货|供货|到货|lead[- ]time|deliver|ship|dispatch/gi;
const otherRight =
  /^\s?(?:以?内|之内)?\s?(?:[^,，。;；\d]{0,14}?(?:付清|付款|支付|结清|电汇|汇票|承兑)|的?(?:[账帐]期|结算|质保|保修|有效|存储|[储贮]存|测试|检测)|(?:of )?(?:net\b|pay(?:ment|able)|credit|warranty|guarantee|validity|shelf|storage|test(?:s|ing)?\b))/i;

// What is done at the end of a span of time.
const doneBehind =
  /^[^,，。;；]{0,6}(?:完[工成]|竣工|投[运产]|上线|出数|返[货回]|拿到|取得|交|出(?:报告|结果|数据|[具据]|$|(?=[,，。;；]))|验收|安装)|^ (?:of|from|after) (?:the )?(?:receipt|receiving|order|arrival|award|contract|signature|signing|sample|kick)/i;
// 3个工作日出数: said without its limit.
export const promisedBehind = /^[左右内]{0,2}(?:出数|出(?:具)?(?:报告|结果|数据)|返货|完工|交[付货])/;
const doneBefore =
  /\b(?:on site|in place|(?:construct|erect)\w*(?: (?:finish|finished|in|is|to|be|complete|completed|over))*|(?:fully )?installed|finish(?:ed)?|package|design|study|installation|commissioning|completion|documents?) (?:is |are |to be )?(?:due |ready |complete |completed |finished )?(?:in |within )?$/i;
const nearDeed = 26;
const spans = new Set(["days", "weeks", "months"]);

const spread = /(?:分|均分)[为成在]?$|\b(?:spread|evenly|split) (?:over|across|into)\s*$/i;

/**
 * Whether the words around a span of time say that it is of a payment, a warranty, a validity, a storage or a test: of
 * the words before it in its clause the nearest counts, and what follows it at once. [MT7]
 * @example isOtherSpan("账期", "") // true
 */
export function isOtherSpan(left: string, right: string): boolean {
  const clause = left.slice(left.search(/[^,，、。;；]*$/));
  const lastOf = (words: RegExp) => [...clause.matchAll(words)].at(-1)?.index ?? -1;
  // 分12个月均衡交付, spread over twelve months: no delivery takes that long.
  if (spread.test(clause)) return true;
  return otherRight.test(right) || lastOf(otherWord) > lastOf(deliveryWord);
}

/**
 * Whether a limit of days, weeks or months says by when something is done: a time of delivery without its word. [MT116]
 * @example 合同签订后90天内完工
 */
export function isDoneWithin(
  text: string,
  { unit, op, start, end }: Quantity,
  left: Span,
  right: Span,
): boolean {
  const isPromised = op === "=" && promisedBehind.test(text.slice(end, end + nearDeed));
  if ((op !== "<=" && !isPromised) || !spans.has(unit ?? "")) return false;
  if (isOtherSpan(text.slice(left.start, left.end), text.slice(right.start, right.end))) return false;
  return (
    doneBehind.test(text.slice(end, end + nearDeed)) ||
    doneBefore.test(text.slice(Math.max(0, start - nearDeed), start))
  );
}
