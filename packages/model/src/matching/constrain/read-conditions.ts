import { findCountries } from "../../codes/country.ts";
import { provinces } from "../../codes/index.ts";
import certificatesJson from "../../posting/data/certificates.json" with { type: "json" };
import { isPlannedPaper } from "../../posting/index.ts";
import { isOfPosting } from "../analyze/whose-words.ts";
import type { MatchDocument } from "../document.ts";

/**
 * Conditions beside figures that the words of a posting hold. `named` and `denied`: certificates that it speaks of, and those
 * that it says not to have or not to ask; `asked`: the named ones that it does not claim for itself. `places`: provinces
 * and countries that the other side must stand in.
 */
export type Conditions = {
  readonly named: readonly string[];
  readonly asked: readonly string[];
  readonly denied: readonly string[];
  readonly places: readonly string[];
  /** Papers for moving dangerous goods are asked for, or had. */
  readonly carriage: boolean;
};

const certificates = certificatesJson.map(({ name, cue }) => ({ name, pattern: new RegExp(cue, "gi") }));
const clauseEnd = /[,，。;；、\n]|\. /;
const wished =
  /优先|最好|尽量|如有|如能|加分|prefer|ideally|nice to have|a plus|an advantage|welcome|desirable/i;
const missing =
  /(?:无需|不需要?|不要求|无须|不必|未(?:取得|通过|获得|做)|尚未|暂无|没有|正在申请|申请中|办理中|拟申请|筹备)|\bnot (?:yet |required|needed|certified|available|have)|\bno need|\bwithout\b|\bpending\b|in preparation|applied for|under application/i;
const claimed =
  /我(?:司|们|厂|方)|本(?:公司|司|厂|企业|单位)|已(?:通过|取得|获得|具备)|\bwe (?:are|hold|have)\b|\bour\b/i;
const transport =
  /危(?:险货物|险品|化品)(?:道路)?(?:运输|承运)(?:资质|许可|证)|(?:dangerous|hazardous)[- ]goods (?:transport|shipping|carrier|licen)/i;
const administrative = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/;
const regions = provinces.map(({ code, zh, en }) => {
  const names = [zh.replace(administrative, ""), ...en.split(/[()]/).map((part) => part.trim())];
  return { code, pattern: new RegExp(names.filter((name) => name !== "").join("|"), "g") };
});
/** China as a text at home calls it. */
const home = /国内(?!外)|(?<![省市区州国])境内(?!外)|\b[Dd]omestic\b/g;
const limitBefore =
  /(?:仅限|只限|限于?|必须|须|应当?|要求|只(?:接受|考虑|要|找))[^,，。;；\n]{0,14}$|\b(?:only|must|limited to|restricted to|required to|has to|have to)\b[^.;\n]{0,40}$/i;
const seatBefore =
  /(?:位于|设在|设于|注册于|注册在|落户|located in|based in|registered in|plant in|suppliers? (?:in|from))\s*(?:the province of )?$/i;
const seatAfter =
  /^(?:省|市|自治区)?(?:境?内的?|本地的?|当地的?)?(?:企业|供应商|厂[家商]|单位|公司|生产商|注册|(?:has|have)\b)|^(?:-based)? (?:suppliers?|producers?|makers?|companies|plants?) only/i;
const movedAfter = /^[^,，。;；\n]{0,4}(?:交货|交付|到货|送货|提货|自提|仓库|港)/;

const known = new WeakMap<MatchDocument, Conditions>();

/** The conditions of a document, read once (documents are values). */
export function conditionsOf(document: MatchDocument): Conditions {
  const conditions = known.get(document) ?? readConditions(`${document.title}\n${document.body}`);
  known.set(document, conditions);
  return conditions;
}

/**
 * Certificates, limits of place and papers of carriage in a text. What stands in a clause of wishing is no condition.
 * @example readConditions("供方须通过IATF 16949认证").asked // ["IATF 16949"]
 */
export function readConditions(text: string): Conditions {
  const named = new Set<string>();
  const asked = new Set<string>();
  const denied = new Set<string>();
  for (const { name, pattern } of certificates) {
    for (const match of text.matchAll(pattern)) {
      // "We reach 6 mS/cm" names no REACH.
      if (/^[A-Za-z]?[a-z]+$/.test(match[0])) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      const clause = clauseOf(text, span.start, span.end);
      if (missing.test(clause)) denied.add(name);
      else if (!isOfPosting(text, span) || isPlannedPaper(text, span)) continue;
      else if (!wished.test(clause)) named.add(name);
      if (named.has(name) && !claimed.test(clause)) asked.add(name);
    }
  }
  const carriage = transport.exec(text);
  const carried = carriage ? clauseOf(text, carriage.index, carriage.index + carriage[0].length) : "";
  return {
    named: [...named].filter((name) => !denied.has(name)),
    asked: [...asked].filter((name) => !denied.has(name)),
    denied: [...denied],
    places: placesIn(text),
    carriage: carriage !== null && !missing.test(carried) && !wished.test(carried),
  };
}

function placesIn(text: string): readonly string[] {
  const named = [
    ...regions.flatMap(({ code, pattern }) =>
      [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
        code,
        start: index,
        end: index + name.length,
      })),
    ),
    ...findCountries(text),
    ...[...text.matchAll(home)].map(({ 0: name, index }) => ({
      code: "CN",
      start: index,
      end: index + name.length,
    })),
  ];
  const found = named.filter(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 50), start);
    const after = text.slice(end, end + 30);
    const isSeat = seatBefore.test(before) || seatAfter.test(after);
    const isOnly = limitBefore.test(before) || /^(?:-based)? \w+ only\b/.test(after);
    return isSeat && isOnly && !wished.test(clauseOf(text, start, end)) && !movedAfter.test(after);
  });
  return [...new Set(found.map(({ code }) => code))].sort();
}

function clauseOf(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .split(clauseEnd)
      .at(-1) ?? "";
  const after = text.slice(end, end + 40).split(clauseEnd)[0] ?? "";
  return `${before}${text.slice(start, end)}${after}`;
}
