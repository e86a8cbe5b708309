import type { TextSpan } from "./clause.ts";
import certificates from "./data/certificates.json" with { type: "json" };

/** A certificate, standard or paper that a text names. `isRead`: the match compares it from the words of the text. */
export type ToldPaper = TextSpan & { readonly isRead: boolean };

const read = certificates.map(({ cue }) => new RegExp(cue, "gi"));
const others =
  /\b(?:M?SDS|COA|TDS|PPAP|GRS|EPD)\b|\b(?:GB|YS|HG|QC|JB|SN)(?:\/T|\/Z)? ?\d{3,6}(?:\.\d+)?(?:-\d{4})?|\bUN ?(?:3480|3481|3090|3091)\b|\bcertificates? of (?:analysis|origin)\b|\b(?:material )?safety data sheets?\b|安全技术说明书|第三方检测报告/gi;

/** A verb or a noun in small letters is no name of a certificate: "we reach 6 mS/cm". */
const isWord = /^[A-Za-z]?[a-z]+$/;

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
      isRead,
    }));
  const all = [...read.flatMap((pattern) => placesOf(pattern, true)), ...placesOf(others, false)];
  const sorted = all.sort((a, b) => a.start - b.start || b.end - a.end);
  const named = sorted.filter(({ start, end }) => !isWord.test(text.slice(start, end)));
  return named.filter(({ start }, index) => named.slice(0, index).every((one) => one.end <= start));
}
