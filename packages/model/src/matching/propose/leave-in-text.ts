import { sentencesOf } from "@lilink/engine/text";
import { parseUnit } from "../../chain/index.ts";
import { wordsBefore, wordsBehind, wordsBeside } from "../analyze/words-beside.ts";
import type { Proposed, ProposedFields, Unassigned } from "./propose-fields.ts";
import { isAmount, isCount, isPace } from "./tell-volume.ts";

type Piece = Proposed<Unassigned>;

const clauseEnd = /,(?!\d{3}(?!\d))|[，、。;；\n]|\. /;
const reach = 80;
// A share that says itself what it is, and that no attribute stands for.
const namedShare =
  /保持率?|剩余率|湿度|溢短|浮动|公差|容差|产能利用率|预付|\bretention|\bretain\w*|\bremain(?:s|ing)?\b|\bkeeps?\b|\bkept\b|\b(?:relative )?humidity|\bRH\b|\bSOC\b|\bDOD\b|\btolerance|\bmore or less\b/i;
const retained = /\bkeeps?\b|\bkept\b|保持|剩余|剩(?=\d)|\bretention|\bretain|\bremain/i;
const tolerated = /数量|允许|溢短|浮动|偏差|公差|容差|上下|tolerance|quantity|\bqty\b|more or less|\+\/-/i;
const oneLot =
  /(?:每|首|头|第[一二三]|末)[批车船柜次单][^,，。;；\d]{0,8}$|(?:[一二三四五六七八九十\d]|第[一二三四五六七八九十\d]+)标段[^,，。;；\d]{0,8}$|标段[一二三四五六七八九十\d]+[^,，。;；\d]{0,8}$|\b(?:lots?|shipments?|batches|deliveries|consignments?|parcels?|instal?ments?|(?:tank )?containers?|truckloads?|tankers?|wagons?)(?: of)?(?: about)? ?$|\b(?:first|initial|each|per|every) (?:lot|shipment|batch|delivery|consignment)\b[^,.;\d]{0,16}$|\b(?:first|initial|trial|opening) orders?\b[^,.;\d]{0,16}$/i;
export const longSpans = new Set(["days", "weeks", "months", "years"]);
// Under what a share is kept is said of that share.
const conditions = new Set(["°C", "h", "cycles", "Ah"]);
// What carriage and storage ask for, what a loss on the way costs, and what a project costs in all.
const carried = /运输|冷链|仓储|储存|存储|途中|\btransport|\btransit|\bstorage|\bstored?\b/i;
const short = /短少|短缺|途耗|\bshort(?:age|fall)\b/i;
const funds =
  /经费|预算|资助|总投资|保证金|保函|押金|标书费|注册资[本金]|实缴资本|\bbudget|\bfunding|\bgrant\b|\bbonds?\b|\bdeposits?\b|\bsecurity\b|\bsurety\b|\btender fee\b|\b(?:registered|paid-up|share) capital\b/i;
// What a supplier delivered so far or has to be able to, and what may be ordered besides, is told in words.
const record =
  /业绩|资格|(?:须|应|需)具备|\boption\b|(?:供货|销售|履约)记录|累计(?:供货|供应|销售|交付|出货)|\btrack record|\breferences?\b/i;
// Not less than 1,000 t 的供货业绩: how much a bidder delivered before.
const delivered = /^以?[上内]?的?\p{Script=Han}{0,6}业绩/u;
// What others delivered before.
const ofOthers =
  /上[一次批]|去年|以前的?供|\b(?:last|previous) (?:year|supplier|vendor|lots?|batch)|\banother supplier\b/i;
// What its writers use now or used before is no figure of what they then ask for.
const ownUse =
  /\b(?:currently|presently|at present|today|so far|until now|now),? (?:we|our [a-z]+) (?:use|buy|take|source|consume|run on)s?\b|\b(?:we|our [a-z]+)\b[^.;?!\n]{0,24}\b(?:(?:currently|now|presently|today|at present|so far|previously|until now|formerly) (?:use|run on|consume|buy|take|source)|(?:have been|are|were) (?:currently |now )?(?:using|buying|consuming)|used|(?:use|consume|buy)\b(?=[^.;\n]*\b(?:now|at present|at the moment|currently|today|so far)\b))|我[们司厂方][^,，。;；\n]{0,4}(?:目前|现在?|以前|之前|过去|原来|一直|此前)(?:在|都)?(?:[使采]?用|买|采购)(?:的是|着)?|(?:目前|现在|以前|之前|原来|一直)(?:在)?(?:使用|用)的是?/i;
const sentenceStop = /[。;；?!？！\n]|\. /;
const reachOfUse = 140;
const asksAgain = /\b(?:needs?|want|look(?:ing)? for|require|seek)\b|求购|需要?|采购(?!的)|想[找要买]|要求/i;

// What the buyer's own works make, now or once they are larger, is none of what is bought for them.
const ownPlant =
  /(?:我[们司方厂]|本(?:公司|司|厂|项目)|公司|集团|采购人|招标人|基地)[^。;；\n]{0,30}(?:产能|年产|月产)|[一二三四\d]期[^,，。;；\n]{0,6}投产|(?:扩产|达产|投产|扩建)[后至到]/;

/** Whether an amount is of the works of who buys, with nothing asked for between. [MT104] */
export function isOwnPlant(text: string, { value: { unit }, span }: Piece): boolean {
  if (!isAmount({ unit }) || !unit.includes("/")) return false;
  const left = wordsBefore(text, span, sentenceStop, reachOfUse);
  const told = [...left.matchAll(new RegExp(ownPlant, "g"))].at(-1);
  return told !== undefined && !asksAgain.test(left.slice(told.index));
}

const reachOfRecord = 12;
// 168 mAh/g, which is 97 % of the virgin material: how it compares says the figure before it again.
const ofOther =
  /^ ?of (?:that of )?(?:the |its )?(?:virgin|pristine|fresh|original|theoretical|reference|benchmark|conventional|(?:[\w ]{1,16} )?(?:quot(?:e|ation)|price|index|SMM|LME|MB|Fastmarkets|Argus|Platts|Asian Metal))\b|^ ?(?:[A-Z][a-z]? )?(?:of|on|against) (?:the )?(?:SMM|LME|MB|Fastmarkets|Argus|Platts|Asian Metal)\b/;
const ofOtherBefore = /(?:原生|新料|全新|商用|参比|理论)[^,，。;；\d]{0,8}的$/;

function isShareOfOther(text: string, { value: { unit }, span }: Piece): boolean {
  if (unit !== "%") return false;
  return ofOther.test(text.slice(span.end, span.end + reach)) || ofOtherBefore.test(before(text, span.start));
}

/** Whether a piece stands behind words that say what is used already, with nothing asked for between. [MT125] */
function isOwnUse(text: string, { span }: Piece): boolean {
  const behind = wordsBehind(text, span, sentenceStop, reachOfUse);
  const left = wordsBefore(text, span, sentenceStop, reachOfUse);
  const told = ownUse.exec(left + text.slice(span.start, span.end) + behind);
  if (!told || told.index >= left.length) return false;
  return !asksAgain.test(left.slice(told.index + told[0].length));
}

// A tax, a part of the price that is kept back, and what a fault takes off.
const charged =
  /税|质保金|保证金|尾款|扣[减款除罚]|罚[款则金]|每(?:超|高|低|多|少)出?(?=[^,，。;；]{0,3}$)|\b(?:VAT|tax(?:es)?|retention money|retained|penalt\w+|deduct\w+)\b/i;
const cost = /成本|降本|\bcosts?\b(?! (?:and freight|insurance))/i;
const money = /\b(?:EUR|USD|CNY|RMB|GBP|JPY)\s?$|[€$£¥]\s?$/i;
const roomTemperature = [15, 32] as const;

/**
 * The pieces that are left in the text without a question, for no field of a posting holds them and their words say what they are: spans of papers,
 * contracts and warranties, tolerances of an amount, one lot of it, what a supplier delivered so far, shares that were kept, the start of a change, a condition that its attribute holds
 * already or that was asked before. [MT104]
 * @param answered whether the form has an answer for a piece
 */
export function leftInText(
  text: string,
  pieces: readonly Piece[],
  { figures, volume }: Pick<ProposedFields, "figures" | "volume">,
  answered: (piece: Piece) => boolean,
): Set<Piece> {
  const sentences = sentencesOf(text);
  const sentenceAt = (at: number) => sentences.findIndex(({ start, end }) => start <= at && at < end);
  const left = new Set<Piece>();
  for (const [index, piece] of pieces.entries()) {
    const { value, span } = piece;
    const isInSentence = ({ span: other }: { readonly span: Piece["span"] }) =>
      sentenceAt(other.start) === sentenceAt(span.start);
    const isSpan = longSpans.has(value.unit) && !answered(piece);
    const isLater = pieces.some(
      (other) => other !== piece && other.value.value !== "" && overlaps(piece, other) && value.value === "",
    );
    const isHeld =
      isRoom(value) &&
      [...figures, ...pieces].some(
        (other) => isInSentence(other) && parseUnit(other.value.unit)?.dimension === "conductivity",
      );
    const isAsked =
      value.op === "=" &&
      value.unit === "°C" &&
      pieces
        .slice(0, index)
        .some((other) => !left.has(other) && other.value.value === value.value && other.value.unit === "°C");
    if (
      isSpan ||
      isLater ||
      isHeld ||
      isAsked ||
      value.isStart === true ||
      (conditions.has(value.unit) && namedShare.test(around(text, span))) ||
      isTolerance(text, piece, volume) ||
      isOfWay(text, piece) ||
      (volume !== null && isPace(text, volume.value, { ...value, ...span })) ||
      (isAmount({ unit: value.unit }) &&
        (oneLot.test(before(text, span.start)) ||
          record.test(before(text, span.start)) ||
          delivered.test(wordsBehind(text, span, clauseEnd, reachOfRecord)))) ||
      (/年产[^,，。;；\d]{0,4}$/.test(before(text, span.start)) &&
        /^[^,，。;；\d]{0,16}(?:项目|工程|产线|生产线|装置)/.test(text.slice(span.end, span.end + 40))) ||
      ofOthers.test(before(text, span.start)) ||
      isOwnUse(text, piece) ||
      isShareOfOther(text, piece) ||
      (isCount(value) && record.test(wordsBehind(text, span, clauseEnd, reachOfRecord))) ||
      isKept(text, piece) ||
      isCharge(text, piece)
    )
      left.add(piece);
  }
  return left;
}

/** Whether a share or a number of cycles only tells what is kept, at what humidity or how full: 85 % after 500 cycles. [MT104] */
export function isKept(text: string, { value: { unit }, span }: Piece): boolean {
  const clause = around(text, span);
  if (unit === "%") return namedShare.test(clause);
  return unit === "cycles" && retained.test(clause) && !/(?<![\d.])80 ?%/.test(clause);
}

/** 含13%增值税, 留5%质保金, 每超出10ppm按100元/吨扣减: no figure of the goods. [MT104] */
function isCharge(text: string, { value: { unit }, span }: Piece): boolean {
  if (unit === "%") return charged.test(around(text, span));
  const behind = wordsBehind(text, span, clauseEnd, 16);
  return charged.test(before(text, span.start)) || /^[^,，。;；]{0,4}扣[减款除]/.test(behind);
}

function isRoom({ unit, value, op }: Unassigned): boolean {
  return (
    unit === "°C" && op === "=" && Number(value) >= roomTemperature[0] && Number(value) <= roomTemperature[1]
  );
}

function overlaps({ span: one }: Piece, { span: other }: Piece): boolean {
  return one.start < other.end && other.start < one.end;
}

/** 冷链温度不超过25℃, 短少超过0.3%, 经费约200万元: no figure of the goods. */
function isOfWay(text: string, { value: { unit }, span }: Piece): boolean {
  const clause = around(text, span);
  if (unit === "°C" || unit === "h" || longSpans.has(unit)) return carried.test(clause);
  if (unit === "%") return short.test(clause);
  const dimension = parseUnit(unit)?.dimension ?? "";
  if (unit === "" && !money.test(before(text, span.start))) return false;
  if (/^(?:money|price)/.test(dimension) && cost.test(clause)) return true;
  return (unit === "" || dimension.startsWith("money")) && funds.test(clause);
}

/** 1200吨(±5%): how far an amount may be off. */
function isTolerance(text: string, { value, span }: Piece, volume: ProposedFields["volume"]): boolean {
  if (value.unit !== "%" || value.high === undefined || value.value !== `-${value.high}`) return false;
  const gap = volume && volume.span.end <= span.start ? text.slice(volume.span.end, span.start) : "x";
  return tolerated.test(before(text, span.start)) || /^[\s(（]*$/.test(gap);
}

/** What stands beside a piece in its clause. */
function around(text: string, span: Piece["span"]): string {
  return wordsBeside(text, span, clauseEnd, reach);
}

/** The words of its clause before a place. */
export function before(text: string, start: number): string {
  return wordsBefore(text, { start }, clauseEnd, reach);
}
