import { withoutQuoted } from "./quoted-mail.ts";

/** A place of a text that tells who wrote it or where that person sits, quoted as written. */
type Told = { readonly doubt: "signature" | "person" | "address"; readonly quote: string };

const parting =
  "(?:(?:with\\s+)?(?:best|kind|kindest|warm|many)\\s+(?:regards|rgds|wishes|thanks)|(?:many\\s+)?thanks(?:\\s+and\\s+(?:regards|rgds))?|thank\\s+you|regards|b?rgds|sincerely(?:\\s+yours)?|yours\\s+(?:sincerely|faithfully|truly)|cheers|best|mit\\s+freundlichen\\s+grüßen|此致敬礼|此致|敬礼|顺[颂祝]商祺|商祺|祝好|谢谢)";
const closing = new RegExp(`^\\s*${parting}(?:\\s*[/|]\\s*${parting})?[\\s,.!，。！]*`, "iu");
const title = "(?:Prof|Dr|Mr|Ms|Mrs|Ing)\\b\\.?";
const latinName = `(?:${title}\\s{1,3}){0,2}\\p{Lu}[\\p{L}.'’-]{0,30}(?:\\s{1,3}(?:(?:de|van|von|der|den|di|da|del|la|le|bin|al)\\s{1,3}){0,2}\\p{Lu}[\\p{L}.'’-]{0,30}){1,3}`;
const honour = "(?:先生|女士|小姐|经理|主任|厂长|老师|博士|教授|总|工)";
const surname =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]";
const nameLine = new RegExp(
  `^\\s{0,3}(?:${latinName}|[\\p{Script=Han}·]{2,4}${honour}?|${surname}${honour})\\s{0,3}[,，]?\\s{0,3}$`,
  "u",
);
const namedFirst = new RegExp(`^\\s{0,3}${latinName}\\s{0,3}[,，]`, "u");
const contactLine = /@|(?:tel|phone|mobile|fax|电话|手机|传真)|\+?\d(?:[\s.()/-]?\d){6,}/iu;

const persons = [
  new RegExp(
    `(?:联系人|联络人|对接人|经办人|联系)\\s{0,3}[:：]\\s{0,3}[\\p{Script=Han}·]{2,4}(?:${honour})?(?![\\p{Script=Han}])`,
    "gu",
  ),
  new RegExp(`(?:请?联系|咨询|找)\\s{0,3}${surname}\\p{Script=Han}?${honour}`, "gu"),
  // 李工 by itself; 高工 and 石工 are trades.
  new RegExp(
    `(?<![\\p{Script=Han}\\d](?<![由让跟和请给问按据叫]))(?![高石金]工)${surname}(?:工|总|经理|主任|厂长|博士|教授|老师|先生|女士|小姐)(?=$|[^\\p{Script=Han}]|[您好说的要在负])`,
    "gu",
  ),
  new RegExp(`(?:[Cc]ontact(?:\\s{1,3}person)?|[Aa]ttn\\.?|[Aa]ttention)\\s{0,3}:\\s{0,3}${latinName}`, "gu"),
  new RegExp(
    `\\b(?:Prof|Dr|Mr|Ms|Mrs)\\b\\.?\\s{1,3}(?:${title}\\s{1,3})?\\p{Lu}\\p{Ll}[\\p{L}'’-]{0,30}(?:\\s{1,3}\\p{Lu}\\p{Ll}[\\p{L}'’-]{0,30})?`,
    "gu",
  ),
];
// A street with a number of its house, and no pipe, wire or line of a plant.
const streets = [
  /(?:地址\s{0,3}[:：]\s{0,3})?[\p{Script=Han}\d]{2,20}(?:(?<![线管回电气油支旁水通])路|街|大道)\s{0,3}\d{1,5}(?:-\d{1,4})?\s{0,3}号/gu,
  /\b[Aa]ddress\s{0,3}:\s{0,3}[^\n;；。]{8,80}/g,
];

const longestLine = 90;
const mostLines = 10;
const most = 20;

/**
 * Who signed a text: the end of a mail with the name of a person and what stands below it, a person who is named to be asked, and the
 * street of a house. [PO11]
 * @param text in its plain form
 * @example findSignature("LFP wanted.\n\nBest regards,\nAnna Keller")[0]?.doubt // "signature"
 */
export function findSignature(text: string): Told[] {
  const signed = findBlock(withoutQuoted(text, false));
  const rest = signed === null ? text : text.replace(signed, "\n");
  const found: Told[] = signed === null ? [] : [{ doubt: "signature", quote: signed }];
  const add = (doubt: Told["doubt"], quote: string) => {
    const isKnown = found.some((one) => one.quote.includes(quote) || quote.includes(one.quote));
    if (found.length < most && !isKnown) found.push({ doubt, quote });
  };
  for (const { start, end } of joinContacts(rest)) add("signature", rest.slice(start, end));
  for (const pattern of persons) for (const [quote] of rest.matchAll(pattern)) add("person", quote);
  for (const pattern of streets) for (const [quote] of rest.matchAll(pattern)) add("address", quote.trim());
  return found;
}

/**
 * What a mail says in its own words: without what it quotes and without the lines by which its writer signs it, spaces in their place.
 * "Purchasing Manager, cathode precursors" names no goods. [PO34]
 * @example toOwnWords("LFP wanted.\n\nBest regards,\nAnna Keller").trim() // "LFP wanted."
 */
export function toOwnWords(whole: string): string {
  const text = withoutQuoted(whole);
  const bare = withoutQuoted(whole, false);
  const signed = findBlock(bare);
  const at = signed === null ? -1 : bare.lastIndexOf(signed);
  if (signed === null || at < 0) return text;
  const rest = text.slice(0, at) + signed.replace(/[^\n]/g, " ") + text.slice(at + signed.length);
  return rest.trim() === "" ? text : rest;
}

const reaches = [/[\w.+-]{1,64}@[\w.-]{2,80}\w/g, /\+?\d(?:[\s.()/-]?\d){6,14}/g];
const widestGap = 40;
const apart = /[。！？!?;；\n]|\.\s/;

/** A person with a number, a mailbox or a street right behind, as 联系人：李建国，电话 0979-8412345: one contact. */
function joinContacts(text: string): { readonly start: number; readonly end: number }[] {
  const placesOf = (patterns: readonly RegExp[], isPerson: boolean) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        isPerson,
      })),
    );
  const named = placesOf(persons, true);
  if (named.length === 0) return [];
  const others = placesOf([...reaches, ...streets], false);
  const joined: { start: number; end: number; isPerson: boolean; count: number }[] = [];
  for (const place of [...named, ...others].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const isNear =
      last?.isPerson &&
      place.start - last.end <= widestGap &&
      !apart.test(text.slice(last.end, Math.max(last.end, place.start)));
    if (last && isNear) {
      last.end = Math.max(last.end, place.end);
      if (!place.isPerson) last.count += 1;
    } else joined.push({ ...place, count: 0 });
  }
  return joined.filter(({ isPerson, count }) => isPerson && count > 0);
}

/** The lines at the end of a mail that name its writer, from the greeting on where there is one. */
function findBlock(text: string): string | null {
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    const said = closing.exec(line)?.[0];
    if (said === undefined) continue;
    const behind = line.slice(said.length);
    // "Best available technique" is no greeting; one that goes on in its line has a comma.
    if (behind.trim() !== "" && !/[,，]/.test(said)) continue;
    const block = lines.slice(at + 1).filter((one) => one.trim() !== "");
    const named = behind.trim() === "" ? (block[0] ?? "") : behind;
    const isShort =
      block.length <= mostLines && [behind, ...block].every(({ length }) => length <= longestLine);
    // A second greeting, as 此致 and 敬礼 on two lines, is the same one.
    const isNamed =
      nameLine.test(named) ||
      // Cheers, Marieke de Vries, +31 6 1122 3344
      (namedFirst.test(behind) && contactLine.test(behind)) ||
      (block[1] !== undefined && closing.test(named) && nameLine.test(block[1]));
    if (
      isShort &&
      (isNamed || (named !== "" && behind.trim() === "" && block.some((one) => contactLine.test(one))))
    )
      return lines.slice(at).join("\n").trim();
  }
  return findParagraph(text);
}

/** A paragraph that begins with a name and has a number or an address below it. */
function findParagraph(text: string): string | null {
  for (const paragraph of text.split(/\n[^\S\n]{0,9}\n/)) {
    const lines = paragraph.trim().split("\n");
    const isShort =
      lines.length > 1 && lines.length <= mostLines && lines.every(({ length }) => length <= longestLine);
    if (isShort && nameLine.test(lines[0] ?? "") && lines.slice(1).some((line) => contactLine.test(line)))
      return paragraph.trim();
  }
  return null;
}
