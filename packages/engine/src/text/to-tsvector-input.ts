const safeToken = /^(?:[\p{L}\p{M}\p{N}]+|\d+\.\d+)$/u;
const oneHan = /^\p{Script=Han}$/u;

/**
 * Tokens as input of to_tsvector('simple', …): one blank between them, and nothing in them that the parser would read
 * as an address, a tag, a path or an operator. [TX4]
 * @example toTsVectorInput(["碳酸", "99.5", "a/b"]) // "碳酸 99.5"
 */
export function toTsVectorInput(tokens: readonly string[]): string {
  return tokens.filter((token) => safeToken.test(token)).join(" ");
}

/**
 * Query tokens as input of to_tsquery('simple', …): all must be present, a single Han character as a prefix. [TX4]
 * @returns "" when nothing can be asked; the caller must then not filter by text
 * @example toTsQueryInput(["碳酸", "锂"]) // "'碳酸' & '锂':*"
 */
export function toTsQueryInput(tokens: readonly string[]): string {
  return tokens
    .filter((token) => safeToken.test(token))
    .map((token) => (oneHan.test(token) ? `'${token}':*` : `'${token}'`))
    .join(" & ");
}
