/** A line that quotes: it begins with ">" as mail programs set it. */
const quotedLine = /^[ \t]*>.*$/gm;
/** A mail quotes words; of "> 155 mAh/g" in a line of its own the sign is a limit. */
const quotedWords = /^[ \t]*>[ \t>]*\p{L}/mu;
/** From here on a mail repeats the one that it answers. */
const answered =
  /^[ \t]*(?:-{2,}\s*(?:original message|forwarded message|原始邮件|转发邮件)\s*-{2,}.*|on .{4,80} wrote:\s*|在.{4,60}写道[:：]\s*)$/im;
/** Of a mail that is answered its subject still says what the answer is about; what it asks for and how much of it is the other's. */
const subject =
  /(?:^|\n)[ \t>]*(?:subject|re|betreff|主题)[ \t]*[:：][ \t]*(?:(?:re|fwd?|aw|回复|转发)[:：] ?)*(?:(?:rfq|rfp|enquiry|inquiry|request for (?:quotation|proposals?)|tender|询价|求购|采购|offer|quotation|报价)(?: for| of|[:：])? ?[-–]? ?)*/iu;
const amount = /\d[\d,.]* ?(?:t|kg|mt|tonnes?|tons?|公?吨|公斤|千克)(?![A-Za-z])/gi;
const fewest = 12;

/**
 * A text without what it quotes of another one: spaces stand in its place, so that every other letter keeps its own. A text that is nothing
 * but a quotation stays. [PO34]
 * @param keepsSubject whether the subject of what is answered stays
 * @example withoutQuoted("We offer 20 t of LFP\n> we look for LMFP").trim() // "We offer 20 t of LFP"
 */
export function withoutQuoted(text: string, keepsSubject = true): string {
  const blank = (words: string) => {
    const named = keepsSubject ? subject.exec(words) : null;
    if (!named) return words.replace(/[^\n]/g, " ");
    const at = named.index + named[0].length;
    const things = (words.slice(at).split("\n", 1)[0] ?? "").replace(amount, (one) => " ".repeat(one.length));
    return `${words.slice(0, at).replace(/[^\n]/g, " ")}${things}${words.slice(at + things.length).replace(/[^\n]/g, " ")}`;
  };
  const lines = quotedWords.test(text) ? text.replace(quotedLine, blank) : text;
  const at = answered.exec(lines)?.index ?? lines.length;
  const own = lines.slice(0, at) + blank(lines.slice(at));
  return own.replace(/\s/g, "").length < fewest ? text : own;
}

/** What a text quotes of another one, without the signs of quotation: every letter keeps its place. [PO34] */
export function quotedOf(text: string): string {
  const own = withoutQuoted(text, false);
  return own === text
    ? ""
    : text
        .split("")
        .map((letter, at) => (letter === "\n" || letter !== own[at] ? letter : " "))
        .join("")
        .replace(/^[ \t]*(?:>[ \t]*)+/gm, (signs) => " ".repeat(signs.length));
}
