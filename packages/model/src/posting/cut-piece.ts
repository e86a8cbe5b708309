import { attributesNamed } from "../chain/index.ts";
import { runOfAmounts } from "./amount-run.ts";
import { listClauses, type TextSpan } from "./clause.ts";
import { namesGoods } from "./names-goods.ts";
import { currencyBefore } from "./told-money.ts";

/** An amount as a hint quotes it: a number, perhaps behind a currency, with its unit. */
const amount = new RegExp(`^(?:${currencyBefore})?\\s?\\d`, "i");
const noAmount = /@|:\/\/|www\.|^[+(]?[\d\s().·_-]{7,40}$/;
export const isAmount = (quote: string): boolean => amount.test(quote) && !noAmount.test(quote);

const span = "年|月|周|季度?|天|日|星期";
const time = "(?:year|month|week|quarter|annum|day)";
/** What belongs to an amount behind it: its rate, how firm it is, its year. */
const behind = new RegExp(
  `^(?:\\s?[/每一]\\s?个?(?:${span}|公?吨|公斤|千克)|\\s?\\/\\s?[a-z]{1,7}(?![a-z])|\\s?p\\.?\\s?a\\.?(?![a-z])|\\s?(?:左右|上下|以上|以下|以内|之内|不等)|\\s(?:per|a|each|every) (?:${time}|(?:metric )?(?:tonne|ton|t|kg|kilo(?:gram)?|kWh|Wh))\\b|\\s(?:incl(?:uding|\\.)?|excl(?:uding|\\.)?|with|without|plus|before) (?:VAT|tax(?:es)?)\\b|\\s(?:per|a|each) (?:batch|lot|shipment|module|cell|piece|pack)\\b|\\s(?:monthly|yearly|annually|weekly|in total|or (?:more|less)|min\\.?|max\\.?)(?![a-z])|\\s(?:in|for|from|during|by) (?:(?:early|late|mid|Q[1-4]|H[12]|january|february|march|april|may|june|july|august|september|october|november|december) ?)?(?:20\\d\\d)\\b)`,
  "i",
);
/** Words that only join an amount to what it is of. */
const joinBehind = /^\s(?:of|worth of)(?=\s)|^\s?的/i;
const before = new RegExp(
  String.raw`(?:(?:${currencyBefore})|不(?:低|高|超|少|多|大|小)于|不超过|不足|至少|最多|最低|最高|大?约为?|[≥≤><=~≈:：]|(?:总|合)计|共计?|[为是达]|\b(?:(?:is|are) )?(?:up to|at (?:least|most)|not (?:less|more) than|no (?:less|more) than|(?:(?:should|must|shall|may|can|to) )?(?:not )?exceed(?:s|ing)?|(?:should|must|shall) be|about|around|approx\.?|approximately|some|roughly|nearly|over|above|below|under|is|are|be|of|at|to|a total of|between))\s*$`,
  "i",
);
/** What says only which amount it is: without the amount it says nothing. */
const label =
  /(?:(?:[量价额]格?|费用?)(?:[（(][^（()）\d]{0,8}[)）])?|规模|成本|预算|经费|总投资|全年|(?:第?[一二三四五六七八九十]|首|后续|每|各)[批年月周]次?|另|再|然后|随后|之后|\b(?:volumes?|costs?|(?:(?:toll(?:ing)?|processing|conversion|treatment|service|licen[cs]e|test(?:ing)?) )?(?:fees?|charges?)|quantit(?:y|ies)|amounts?|demand|price|budget|lot|first|then|and|plus|another|later|with|from|for))\s*$/i;
const deed =
  /^(?:我[司厂们]|公司|本厂|手[上里头]|仓库|\b(?:we|they|it|our (?:plant|company))\b)?\s*(?:现货?|目前|后面|后续|以后|之后|拟|计划|全年|每?个?[年月周]|长期|急|先|也|还|都|大概|需要?|需求|求|要|可以?|能|采|订|收)*(?:购买?|用|供应?|货|出售?|出|有|需要?|(?:(?:will|would|can|could|may|currently|now|still|also|then|and) )*(?:need|want|require|buy|use|take|supply|offer|sell|consume)s?)?\s*$/i;
const ofAmount = /^\s?[（(][^）)]{0,16}(?:税|VAT|tax|±|允许|误差)[^）)]{0,10}[）)]/i;
const ofLabel =
  /(?:,? ?\b(?:with|at|for) )(?:an? |the |our )?(?:total |overall )?(?:budget|cost|price|volume|quantity|value)(?: of| is)? ?$/i;
const ofWhich = /^,? (?:half|some|most|all|part|[\d.]+ ?%) of which[^,.;\n]*/i;
const leftOver =
  /^ (?:until|till|by|before|in|from|for|within|delivered|during|per|incl|excl|at|on|ex)\b|^\s?(?:须|应|需|于|送|交)/i;
const paid = /\b(?:paid|pay|paying)\b|(?:付|给|出)过?(?:价|了)?\s*$/i;
const number =
  /^\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}(?=\s|(?![万千百亿元块吨公个多余来])\p{Script=Han})(?!\s?[万千百亿元块吨%])|[（(]?[一二三四五六七八九十\d]{1,3}[)）、]|\d{1,2}\.(?=\s))\s*/u;
/** A number or a sign at the head of a line in a list. */
const mark = new RegExp(`${number.source}|^\\s*[-–•·●*]\\s+`, "u");
const bullet = /^\s*[-–•·●*]\s/u;
const comma = /[，,、；;]/;

/** Whether words before an amount only name it: "yield", "年采购量", "we need". What names goods does not. */
const isLabel = (words: string): boolean =>
  words === "" ||
  /^(?:lead time|delivery(?: time)?|budget|交期|交货期)\b/i.test(words) ||
  label.test(words) ||
  deed.test(words) ||
  attributesNamed(words).length > 0;

/** What says only how somebody is reached, before a number or a name. */
const reach =
  /(?:请|可|敬请|欢迎|有意者?|详情|详询|联系|联络|对接|经办|致电|来电|咨询|加|发至?|电话|手机|微信|邮箱|[电传]真?|人|[：:]|\b(?:please|kindly|contact|call|write|mail|e-?mail|phone|tel|mobile|reach|ask|attn|attention|person|us|me|to|at|via|by|on|or)\b\.?|[\s:])+$/i;
const conjunction =
  /^\s?(?:并且?|且|和|及|以及)(?=\p{Script=Han})|^,? (?:and|but) (?=(?:the|our|we|it|they|this|a)\b)/u;
/** A clause that says only how the amount before it is split. */
const split =
  /^\s*(?:均?分|按)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|多|几)个?(?:批次?|月|次|年|季度?)[^，。；;,、\n]{0,4}(?=[，。；;,、\n]|$)/u;

/** The shortest piece of a text around an amount without which the sentence still reads, or null where its whole clause tells it. */
function shortest(text: string, found: TextSpan, clause: TextSpan): TextSpan | null {
  let { start, end } = found;
  for (
    let more = behind.exec(text.slice(end, clause.end));
    more;
    more = behind.exec(text.slice(end, clause.end))
  )
    end += more[0].length;
  for (
    let more = before.exec(text.slice(clause.start, start));
    more && more[0] !== "";
    more = before.exec(text.slice(clause.start, start))
  )
    start -= more[0].length;
  // 7.8 万元/吨（含13%增值税）, 120 吨（允许 ±5%）: what is said of the amount in brackets goes with it.
  end += ofAmount.exec(text.slice(end, clause.end))?.[0].length ?? 0;
  const rest = text.slice(end, clause.end);
  end += joinBehind.exec(rest)?.[0].length ?? 0;
  const head = mark.exec(text.slice(clause.start, start))?.[0].length ?? 0;
  const own = text.slice(clause.start + head, start);
  // We paid 9.8 USD/kg last time: what else is said of the payment goes with it.
  if (paid.test(own)) return null;
  const phrase = ofLabel.exec(own)?.[0];
  // … with a budget of 3 million yuan, half of which is secured: the phrase that names the sum goes with it.
  if (phrase !== undefined && phrase.length < own.length)
    return { start: start - phrase.length, end: end + (ofWhich.exec(text.slice(end))?.[0].length ?? 0) };
  if (!isLabel(own.trim())) return { start, end };
  // We need 12 t until the end of the year: what is left would say nothing.
  if (own.trim() !== "" && leftOver.test(rest) && !namesGoods(rest)) return null;
  const joined = conjunction.exec(rest);
  // Without its amount its name says nothing, and the deed behind it stands by itself.
  if (own !== "" && joined) return { start: clause.start + head, end: end + joined[0].length };
  if (rest.trim() !== "") return { start, end };
  const named = label.exec(own);
  return named && namesGoods(own.slice(0, named.index)) ? { start: start - named[0].length, end } : null;
}

const limit =
  /(?:不(?:低|高|超|少|多|大|小)[于过]|不足|至少|最多|大?约|[≥≤><=~≈]|\b(?:at (?:least|most)|(?:up|close) to|about|around))\s*$/i;

/** 单价：不高于8.5万元/吨: the words of its limit go with an amount. */
function withLimit(text: string, { start, end }: TextSpan): TextSpan {
  return { start: start - (limit.exec(text.slice(0, start))?.[0].length ?? 0), end };
}

/** A clause with the comma that joins it, or with its number and stop where it is a whole sentence. */
function wholeClause(text: string, clause: TextSpan): TextSpan {
  const after = clause.start + (mark.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0);
  const gap = /^\s*/.exec(text.slice(clause.end))?.[0].length ?? 0;
  const stop = text.charAt(clause.end + gap);
  const led = /[，,、；;]\s*$/.exec(text.slice(0, clause.start));
  if (comma.test(stop)) {
    const rest = text.slice(clause.end + gap + 1);
    const parts = split.exec(rest)?.[0];
    if (parts !== undefined)
      return wholeClause(text, { start: clause.start, end: clause.end + gap + 1 + parts.length });
    const more = /^[^\S\n]*/.exec(rest)?.[0].length ?? 0;
    return { start: after, end: clause.end + gap + 1 + more };
  }
  if (led) return { start: led.index, end: clause.end };
  const isStop = /[。.!?！？]/.test(stop);
  const start = bullet.test(text.slice(clause.start, clause.end)) ? after : clause.start;
  return { start, end: isStop ? clause.end + gap + 1 : clause.end };
}

/**
 * What goes where a place of a text tells too much: of an amount the shortest piece without which the sentence reads, else the clauses
 * that it touches, with their joining comma. Where these name goods or tell another figure only the words go, with what leads to them. Of
 * a text that is one clause only the words go. [PO11]
 */
export function pieceAround(text: string, told: TextSpan, isOfAmount: boolean): TextSpan {
  const found = isOfAmount ? runOfAmounts(text, told) : told;
  const clauses = listClauses(text);
  const touched = clauses.filter(({ start, end }) => start < found.end && end > found.start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return found;
  const clause = { start: Math.min(first.start, found.start), end: Math.max(last.end, found.end) };
  const piece = isOfAmount ? shortest(text, found, clause) : null;
  if (piece) return piece;
  const before = text.slice(clause.start, found.start);
  const others = before.replace(number, "") + text.slice(found.end, clause.end);
  if (!isOfAmount && (/\d/.test(others) || namesGoods(others)))
    return { start: found.start - (reach.exec(before)?.[0].length ?? 0), end: found.end };
  const isNumbered = number.test(before);
  const whole = wholeClause(text, clause);
  // Of a numbered sentence that tells nothing but an amount the number and the name of the amount stay.
  if (isOfAmount && isNumbered && whole.start === clause.start) return withLimit(text, found);
  const isAll = !/[\p{L}\p{N}]/u.test(text.slice(0, whole.start).replace(number, "") + text.slice(whole.end));
  return clauses.length < 2 || isAll ? found : whole;
}

/** A text without a piece, so that it reads: no doubled space, no empty bracket, no comma before a stop, a capital where a sentence begins. */
export function cutPiece(text: string, { start, end }: TextSpan): string {
  let head = text.slice(0, start);
  let tail = text.slice(end);
  // A number of which the whole item went goes as well, at the end of its line or before the next number.
  const bare =
    /(?:^|\n|[。；;]\s*)[^\S\n]*(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[-–•·●*](?=\s))[^\S\n]*$/.exec(
      head,
    )?.[0];
  if (bare && /^[。.;；]?[^\S\n]*(?:\n|$|\d{1,2}[.、)）](?!\d))/.test(tail)) {
    const kept = /^[。；;]/.exec(bare)?.[0] ?? "";
    head = head.slice(0, head.length - bare.length) + kept;
    tail = tail.replace(/^[。.;；]?[^\S\n]*/, "");
  }
  if (/[（(]\s*$/.test(head) && /^\s*[)）]/.test(tail)) {
    head = head.replace(/\s*[（(]\s*$/, "");
    tail = tail.replace(/^\s*[)）]/, "");
  }
  if (/^\s*(?:$|[，。；！？、,;!?)）]|\.(?:\s|$))/.test(tail)) {
    head = head.replace(/[^\S\n]+$/, "");
    tail = tail.replace(/^[^\S\n]+/, "");
  }
  if (/^[。.!?！？]/.test(tail)) head = head.replace(/[，,、；;]$/, "");
  // Of the blank lines around it one stays.
  const above = /(?:[^\S\n]*\n)*[^\S\n]*$/.exec(head)?.[0] ?? "";
  const below = /^(?:[^\S\n]*\n)*/.exec(tail)?.[0] ?? "";
  if (above.includes("\n") && below.includes("\n")) {
    const lines = (given: string) => given.split("\n").length - 1;
    tail = "\n".repeat(Math.max(0, Math.min(lines(below), 2 - lines(above)))) + tail.slice(below.length);
  }
  if (head.trim() === "") {
    head = "";
    tail = tail.replace(/^[\s，,、；;。]+/, "");
  } else if (/\s$/.test(head)) tail = tail.replace(/^[^\S\n]+/, "");
  if (/(?:^|[.!?]\s+|\n\s*)$/.test(head) && /^[a-z]/.test(tail) && /^[A-Z\d]/.test(text.slice(start)))
    tail = tail.charAt(0).toUpperCase() + tail.slice(1);
  return tail === "" ? head.trimEnd() : head + tail;
}
