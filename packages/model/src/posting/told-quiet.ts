import type { TextSpan } from "./clause.ts";

/** Words by which an author asks that a text goes no further. */
export type ToldQuiet = TextSpan & { readonly source: string };

const asked =
  /(?:请?(?:勿|别|不要|不得|不可|莫)(?:再)?(?:对?外传|对外|转发|外发|扩散|公开|声张|外泄|透露|泄露|往外[说传])|(?:请|务必|注意|希望|须|需|严格)(?:予以|注意)?保密(?!协议|资质|单位|费|制度|条款|审查)|不(?:便|宜|想|要)?(?:对外)?公开(?!招标|发行)|仅限?(?:双方|内部|你我)(?:知道|知悉|了解)?|低调[点些]?(?:处理|进行)?)|\b(?:keep (?:this|it|that) (?:strictly )?(?:between (?:us|ourselves|you and me)|confidential|private|quiet|to yourself)|(?:strictly |just )?between (?:us|ourselves|you and me)\b(?! and)|in (?:strict )?confidence|(?:do not|don't|please don't|not to be) (?:share|shared|forward|forwarded|circulate|circulated|pass (?:this|it|on)|publish|published)|not for (?:circulation|distribution|publication)|off the record|treat (?:this|it) (?:as )?(?:strictly )?confidential(?:ly)?|(?:is|are|this|strictly|highly) confidential\b)/iu;
/** The line that a machine puts under every mail says nothing of this text. */
const footer =
  /\b(?:this|the) (?:e-?mail|message|communication|transmission)\b[^.]{0,120}$|\bintended (?:only|solely)\b[^.]{0,80}$/i;

/**
 * The words of a text that ask that it goes no further, as 别外传 or "between us": the form then starts with the narrower audience. A paper on
 * secrecy that is to be signed, and the line below a mail, ask for none. [PO33]
 * @example tellQuiet("价格好谈，别外传哈")?.source // "别外传"
 */
export function tellQuiet(text: string): ToldQuiet | null {
  const match = asked.exec(text);
  if (!match || footer.test(text.slice(Math.max(0, match.index - 160), match.index))) return null;
  return { start: match.index, end: match.index + match[0].length, source: match[0] };
}
