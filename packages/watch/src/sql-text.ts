const LONGEST = 1000;

/** Text between dollars, text with escapes, text: whichever begins first, and to the end where it is not closed. */
const QUOTED =
  /\$([a-z_]*)\$[\s\S]*?(?:\$\1\$|$)|(?<!\w)[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|'(?:[^']|'')*(?:'|$)/gi;

/**
 * The text of a statement without a value in it ([OB3]): what stands in quotes and each number is a question mark. A
 * placeholder such as `$1` stays.
 * @example toSqlText("select app.become('session', '8f')") // "select app.become(?, ?)"
 */
export function toSqlText(statement: string): string {
  return statement
    .replace(QUOTED, "?")
    .replace(/(?<![\w$"])\d+(?:\.\d+)?\b/g, "?")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}

/** What kind of statement it is, by its first word: of a few words alone. */
export function toSqlVerb(statement: string): string {
  const word = /[a-z]+/i.exec(statement)?.[0]?.toUpperCase() ?? "";
  return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "BEGIN", "COMMIT", "ROLLBACK"].includes(word)
    ? word
    : "SQL";
}
