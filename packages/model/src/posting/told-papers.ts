import type { TextSpan } from "./clause.ts";
import certificates from "./data/certificates.json" with { type: "json" };

/** A certificate, standard or paper that a text names. `isRead`: the match compares it from the words of the text. */
export type ToldPaper = TextSpan & { readonly isRead: boolean };

const read = certificates.map(({ cue }) => new RegExp(cue, "gi"));
const others =
  /\b(?:M?SDS|COA|TDS|PPAP|GRS|EPD)\b|\b(?:GB|YS|HG|QC|JB|SN)(?:\/T|\/Z)? ?\d{3,6}(?:\.\d+)?(?:-\d{4})?|\bUN ?(?:3480|3481|3090|3091)\b|\bcertificates? of (?:analysis|origin)\b|\b(?:material )?safety data sheets?\b|安全技术说明书|第三方检测报告/gi;

/** A verb or a noun in small letters is no name of a certificate: "we reach 6 mS/cm". */
const isWord = /^[A-Za-z]?[a-z]+$/;

const plannedBehind =
  /^[^,，。;；\n]{0,8}(?:申请中|办理中|认证中|审核中|计划|拟于|将于|预计)|^(?: (?:accreditation|certification|certificate|audit|approval))? (?:(?:is|are) )?(?:planned|under way|in progress|pending|expected|scheduled|foreseen)\b/i;
const plannedBefore =
  /(?:正在|计划|拟|预计|准备)(?:于|在)?(?:20\d\d年|明年|年内|年底前?)?[^,，。;；\d]{0,4}(?:申请|办理|取得|获得|通过)$|\b(?:plan(?:s|ning)? (?:to obtain|for)|appl(?:ied|ying) for|working towards?)(?: an?| the| our)? $/i;

/** Whether a certificate is one to come: "CNAS accreditation is planned", 正在申请CNAS. [MT94] @example isPlannedPaper("CNAS is pending", { start: 0, end: 4 }) // true */
export function isPlannedPaper(text: string, { start, end }: TextSpan): boolean {
  return (
    plannedBehind.test(text.slice(end, end + 40)) ||
    plannedBefore.test(text.slice(Math.max(0, start - 40), start))
  );
}

/**
 * The certificates, standards and papers that a text names. No field of a posting holds them: they stay in the text, where the match reads
 * certificates. [PO31] [MT49]
 * @example tellPapers("IATF 16949 required, MSDS with each lot").length // 2
 */
export function tellPapers(text: string): readonly ToldPaper[] {
  const placesOf = (pattern: RegExp, isRead: boolean) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      isRead: isRead && !isPlannedPaper(text, { start: match.index, end: match.index + match[0].length }),
    }));
  const all = [...read.flatMap((pattern) => placesOf(pattern, true)), ...placesOf(others, false)];
  const sorted = all.sort((a, b) => a.start - b.start || b.end - a.end);
  const named = sorted.filter(({ start, end }) => !isWord.test(text.slice(start, end)));
  return named.filter(({ start }, index) => named.slice(0, index).every((one) => one.end <= start));
}
