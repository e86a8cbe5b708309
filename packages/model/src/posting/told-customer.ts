import makers from "./data/known-makers.json" with { type: "json" };
import { toPlainText } from "./find-contacts.ts";
import { findWord, formsOfName, isCommonLatin, trade } from "./own-name.ts";

const [knownHan, knownLatin] = [makers.han.split(" "), makers.latin.split(" ")];
const hanName = "[\\p{Script=Han}A-Za-z·& ]{2,24}";
const latinName = "[A-Z][A-Za-z&.-]{1,24}(?: [A-Z][A-Za-z&.-]{0,24}){0,4}";

/** Words behind which, or around which, somebody is named to whom one delivers. */
const strong: readonly RegExp[] = [
  new RegExp(`客户群?(?:主要|目前|现)?(?:为|是(?!否)|即|包括|包含|:)\\s?(${hanName})`, "gu"),
  new RegExp(`(?:供货给|供应给|卖给|售予|销售给|交付给|出货给|送样给|提供给|供货于)\\s?(${hanName})`, "gu"),
  /[给为]\s?([\p{Script=Han}A-Za-z·&]{2,16}?)\s?(?:做|提供)?(?:配套|供货|代工|供应|送样)(?!商)/gu,
  /([\p{Script=Han}A-Za-z·&]{2,16})\s?(?:是|为)[我本]?[司们厂]?的?(?:主要|最大|核心|重要|长期|终端)?客户/gu,
  new RegExp(
    `(?:[Cc]ustomers?|[Cc]lients?|[Ee]nd[- ]users?|[Oo]ff-?takers?)(?: (?:is|are|include[sd]?|including|such as|like|namely)|:)? (?:the |both )?(${latinName})`,
    "g",
  ),
  new RegExp(
    `(?:[Ss]upplie(?:rs?|s|d)|[Ss]upply|[Ss]upplying|[Ss]old|[Ss]ell|[Ss]elling)(?: [a-z]{1,16}){0,4} to (${latinName})`,
    "g",
  ),
  new RegExp(
    `(${latinName}) is (?:our|one of our|a) (?:[a-z]{1,16} ){0,2}(?:customer|client)s?(?![a-z])`,
    "g",
  ),
];
/** Words that name a customer only before a name that is known for one. */
const weak: readonly RegExp[] = [
  new RegExp(
    `(?:(?<!提)供(?!应商|方|需)[给往货应]?|配套|送样|销往|客户[有如]|客户指定\\(?|用户(?:为|是|:)?|用于|进入|获得?|通过)\\s?(${hanName})`,
    "gu",
  ),
  new RegExp(
    `(?:[Ss]uppl(?:y|ies|ied|ying)|[Ss]erv(?:e|es|ing)|[Qq]ualified (?:at|by|with)|[Cc]ustomer,|(?:is|are|meant|made) for) (${latinName})`,
    "g",
  ),
  new RegExp(`(?:[Dd]eliver|[Ss]hip)[a-z]{0,4}(?: [a-z]{1,16}){0,5} to (${latinName})`, "g"),
];

/** Words that say who is meant without naming him. */
const unnamed =
  /[某各]|[多数几两三]家|头部|龙头|客户|企业|车企|厂商|厂家|[厂商]$|行业|海外|国内|一线|二线|知名/;
const verb = /[请需须应可否不未无已将会是在要按以由被把让对从到求]|有(?!限|色|研|机)/;
const generic = new RegExp(
  `${trade.source}|欧洲|北美|美国|日本|韩国|日韩|德国|法国|印度|东南亚|全球|世界|中国|国外|境外|地区|市场|整车|乘用车|商用车|两轮|电动|消费|电子|数码|光伏|电网|电站|系统|集成|制造|用户|终端|下游|上游|领域|央企|国企|上市|外资|合资|民营|保密|主要|长期|稳定|先进|新建|扩产|产线|基地|装置|车间|园区|固态|钠|离子|半|大型|中小|小型|三元|高端|低端|中心|核心|导向|第一|标准|本地|当地|其他|自己|双方|第三方|[买卖对贵我本][方司]|我们|[均都主先家车用]`,
  "gu",
);
const latinGeneric =
  /^(?:european?|japan(?:ese)?|korean?|american?|german[y]?|french|france|sweden|hungary|poland|indian?|asia|africa|australia|chile|argentina|canada|norway|finland|usa?|eu|uk|oems?|evs?|b?ess|bevs?|tier(?:-\w+)?|car|cells?|packs?|lfp|nmc|ncm|nca|lco|lto|lmfp|lnmo|lmo|iron|phosphate|carbonate|hydroxide|chloride|electrolyte|separator|graphite|copper|aluminium|foil|manganese|li|please|delivery|terms|confidential|none|various|several|both|all|north|south|east|west|gb|iso|iatf|in|at|we|our|they|this|it|quality)$/i;

/**
 * The first customer that a text names: a name behind words of customers and deliveries, none of a country, a trade or one's own. [PO11]
 * @param own the own names, in any language
 * @example findToldCustomer("客户为比亚迪，长协", []) // "客户为比亚迪"
 */
export function findToldCustomer(text: string, own: readonly string[]): string | undefined {
  const plain = toPlainText(text);
  const ownForms = own.flatMap(formsOfName).map((name) => name.toLowerCase());
  const isOwn = (name: string) => ownForms.some((one) => one.includes(name) || name.includes(one));
  for (const [patterns, isKnownOnly] of [
    [strong, false],
    [weak, true],
  ] as const)
    for (const pattern of patterns)
      for (const [match, words = ""] of plain.matchAll(pattern)) {
        const name = nameIn(words, isKnownOnly);
        if (name && !isOwn(name.toLowerCase())) return quoteOf(match, words, name);
      }
  return undefined;
}

/** The name with the words that make it a customer's. */
function quoteOf(match: string, words: string, name: string): string {
  return match.endsWith(words)
    ? match.slice(0, match.lastIndexOf(words) + words.indexOf(name) + name.length)
    : match;
}

/** The name that the words behind begin with, or any that is known, among those of a list. */
function nameIn(words: string, isKnownOnly: boolean): string | undefined {
  for (const part of words.split(/[和与及、/]|的|等|使用|用于|要求|指定| and /)) {
    const known = knownIn(part);
    if (known) return known;
    if (isKnownOnly) return undefined;
    const name = part.trim();
    if (isName(name)) return name;
  }
  return undefined;
}

function knownIn(part: string): string | undefined {
  const han = knownHan.find((name) => part.trimStart().startsWith(name));
  if (han) return han;
  const lower = part.toLowerCase();
  const latin = knownLatin.find(
    (name) => findWord(lower, name.toLowerCase()) === lower.length - lower.trimStart().length,
  );
  return latin && part.trimStart().slice(0, latin.length);
}

function isName(name: string): boolean {
  if (/^[A-Za-z]/.test(name) && !/\p{Script=Han}/u.test(name)) {
    const words = name.split(/[ .]+/).filter(Boolean);
    return words.some((word) => word.length > 1 && !latinGeneric.test(word) && !isCommonLatin(word));
  }
  if (unnamed.test(name) || verb.test(name)) return false;
  return name.replaceAll(generic, "").trim().length >= 2;
}
