import { listClauses } from "./clause.ts";
import { findContacts, toPlainText } from "./find-contacts.ts";
import { toOwnWords } from "./find-signature.ts";

/** What a text calls the thing that it is about; `isNoun` is false of a clause that stands for want of a noun. */
export type OwnThing = { readonly words: string; readonly isNoun: boolean };

const asked =
  /\b(?:look(?:ing)? (?:to (?:buy|purchase)|for)|(?:want|wish|like|intend)(?:s|ing)? to (?:buy|purchase|sell|offer|source)|(?:we|and|i|who) (?:urgently )?(?:need|require|seek|offer|supply|sell|provide|buy|purchase|source)|can (?:now )?(?:offer|supply|provide)|(?:is|are) (?:seeking|buying|selling|offering|sourcing)|(?:for sale|wanted|offer(?:ing)?|supply|rfq|enquiry|inquiry|tender|request for (?:quotation|proposals?)|invitation to (?:tender|bid))(?: for)?(?: ?[-–—:]| (?=\d))|projects? on|works? on)\s*/gi;
const lead =
  /^(?:(?:\d+|two|three|four|five)[- ](?:month|year)\s+|(?:joint |R&D |research |collaborative |industrial )*projects?\s+(?:on|about|for)\s+|(?:an?|the|our|some|about|around|up to|roughly|approx\.?|ca\.?|additional|reliable|long-term|new|qualified|potential|more)\s+|(?:suppliers?|sources?|producers?|makers?|manufacturers?|vendors?|partners?|quotations?|offers?)\s+(?:of|for)\s+|(?:\d[\d.,]*|one|two|three|four|five|six|eight|ten|twelve)\s?(?:[-–]\s?\d[\d.,]*\s?)?(?:million\s|thousand\s)?(?:m2|m²|metric tons?|mt|t|tons?|tonnes?|kg|g|l|litres?|pcs|pieces|sets?|units?|gwh|mwh|rolls?|[mµμ]m|mm|v|ah)(?![a-z\d])(?:\s?(?:\/|per|a|each|every)\s?(?:day|week|month|quarter|year|annum|a|y|yr|mo))?(?:\s+of)?\s+)/i;
const other =
  /^(?:us|you|your|it|this|that|them|him|her|help|details?|information|to(?! be\b)|if|whether)\b|\b(?:partners?|suppliers?|offers?|makers?|manufacturers?|compan(?:y|ies)|buyers?|customers?|projects?|quotations?|opportunit(?:y|ies)|cooperation|collaborations?)$/i;
const nounEnd =
  /[,.;:(–—\n!?]|\s-\s|\s(?:for|from|with|in|at|to|by|on|that|which|who|when|where|per|under|over|using|and (?:we|are|is)|delivered|delivery|available|starting|based|made|ready|is|are|has|have|can|will|min\.?|max\.?|at least|~|[≥≤<>]|\d)(?=\s|\d|$)|\s\d/i;

const askedHan =
  /(?:求购|诚购|采购|收购|寻求|寻找|招标|征集|急需|需要|供应|可供|提供|出售|转让|承接|[求收供售购寻])(?:一批|少量|大量|长期|现货|内容|项目|公告)?[:：]?\s?/gu;
const nounHan =
  /^(?:\d[\d.,]*\s?[万千]?(?:吨|公斤|千克|台|套|件|只|个|支|平方米|平米|卷|V|Ah|[kM]Wh|[μu]m|微米|mm)(?:\/?每?[年月周])?的?\s?){0,3}((?!编号|公告|文件|内容|数量|计划|本[次批项]|以下|如下|[方人应货求销后]|商(?![用品])|(?:合格|优质|潜在|意向|战略|长期|稳定)?的?(?:供应商|供货商|经销商|投标[人方]|客户|买家|卖家|买方|卖方)|双方|合作|[\p{Script=Han}]{0,6}(?:合作|单位|伙伴|企业|厂商)|厂家?(?![\p{Script=Han}])|单位)[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z/+·-]{1,23})/u;
const hanEnd =
  /(?:每[年月周批]|约|共计?|用于|需要?|要求|厂家|供应商|采购|招标|现货|库存|长期|若干|一批|不[低高少多]于|等).*$/u;
/** A clause of several words; a greeting, a number and what is done with the goods are no thing. */
const isClause = /\p{Script=Han}{4}|[A-Za-z]{2,}\s[A-Za-z]{2,}/u;
const noThing =
  /\d|^(?:dear|hi|hello|hallo|subject|fwd?|re|thanks?|kind|best)\b|[@:：]|[您你大]家?好|在吗|前(?:能?[发到交]|就)|(?:交|到|发)[货厂车]/iu;
/** 需客户提供卤水: what the other side brings is not what a text is about. */
const byOther =
  /(?:客户|企业|对方|贵[司方厂]|委托方|需方|买方|甲方|您|你们?)(?:[需须应要请]要?)?(?:自行|负责)?$|\b(?:customers?|clients?|you|buyers?|partners?) (?:(?:must|should|shall|will|to|may|can) )?$/iu;
const longest = 60;

/**
 * What a text is about in its own words, for a title where the chain has no concept of it: the noun behind what is asked for or offered, else
 * its first clause without a number or a contact; null where it has none. [PO17]
 * @example tellOwnThing("We offer NMP recovery from coating lines.")?.words // "NMP recovery"
 */
export function tellOwnThing(text: string): OwnThing | null {
  const plain = toPlainText(toOwnWords(text));
  const noun = /\p{Script=Han}/u.test(plain) ? (findHan(plain) ?? findLatin(plain)) : findLatin(plain);
  if (noun !== null) return { words: noun, isNoun: true };
  const clause = listClauses(plain)
    .map(({ start, end }) => plain.slice(start, end))
    .find((words) => isPlain(words) && isClause.test(words) && !noThing.test(words));
  if (clause === undefined) return null;
  return { words: clause.slice(0, longest).trim(), isNoun: false };
}

/** Whether words are long enough to name something and tell nobody's contact. */
const isPlain = (words: string): boolean =>
  (words.match(/\p{L}/gu)?.length ?? 0) > 1 && findContacts(words, []).length === 0;

function findLatin(text: string): string | null {
  for (const match of text.matchAll(asked)) {
    if (byOther.test(text.slice(Math.max(0, match.index - 24), match.index))) continue;
    let rest = text.slice(match.index + match[0].length, match.index + match[0].length + 160);
    for (let led = lead.exec(rest); led; led = lead.exec(rest)) rest = rest.slice(led[0].length);
    const words = rest.slice(0, Math.max(0, endOf(rest, nounEnd))).trim();
    if (words.length > 2 && words.length <= longest && !other.test(words) && isPlain(words)) return words;
  }
  return null;
}

function endOf(words: string, end: RegExp): number {
  const at = words.search(end);
  return at < 0 ? words.length : at;
}

function findHan(text: string): string | null {
  for (const match of text.matchAll(askedHan)) {
    if (byOther.test(text.slice(Math.max(0, match.index - 24), match.index))) continue;
    const rest = text.slice(match.index + match[0].length);
    const words = nounHan.exec(rest)?.[1]?.replace(hanEnd, "") ?? "";
    if (words.length > 1 && isPlain(words)) return words;
  }
  return null;
}
