/** A line that quotes: it begins with ">" as mail programs set it. */
const quotedLine = /^[ \t]*>.*$/gm;
/** A mail quotes words; of "> 155 mAh/g" in a line of its own the sign is a limit. */
const quotedWords = /^[ \t]*>[ \t>]*\p{L}/mu;
/** From here on a mail repeats the one that it answers. */
const answered =
  /^[ \t]*(?:-{2,}\s*(?:original message|forwarded message|原始邮件|转发邮件)\s*-{2,}.*|on .{4,80} wrote:\s*|在.{4,60}写道[:：]\s*)$/im;
const fewest = 12;

/**
 * A text without what it quotes of another one: spaces stand in its place, so that every other letter keeps its own. A text that is nothing
 * but a quotation stays. [PO34]
 * @example withoutQuoted("We offer 20 t of LFP\n> we look for LMFP").trim() // "We offer 20 t of LFP"
 */
export function withoutQuoted(text: string): string {
  const blank = (words: string) => words.replace(/[^\n]/g, " ");
  const lines = quotedWords.test(text) ? text.replace(quotedLine, blank) : text;
  const at = answered.exec(lines)?.index ?? lines.length;
  const own = lines.slice(0, at) + blank(lines.slice(at));
  return own.replace(/\s/g, "").length < fewest ? text : own;
}

/** What a text quotes of another one, without the signs of quotation: every letter keeps its place. [PO34] */
export function quotedOf(text: string): string {
  const own = withoutQuoted(text);
  return own === text
    ? ""
    : text
        .split("")
        .map((letter, at) => (letter === "\n" || letter !== own[at] ? letter : " "))
        .join("")
        .replace(/^[ \t]*(?:>[ \t]*)+/gm, (signs) => " ".repeat(signs.length));
}
