import type { Segmenter } from "./segment-words.ts";

const maxTokenLength = 64;
const pieces = /\p{Script=Han}+|(?<![\p{L}\p{N}])\d+\.\d+|[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;
const isHan = /^\p{Script=Han}/u;
const lettersThenDigits = /^(\p{L}{2,})-?(\d{2,})$/u;

/** NFKC (full-width to half-width, ₆ to 6), lower case; Greek mu for the micro sign. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Two neighbouring characters at a time; the last one alone, so that a prefix finds any single character. */
function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  return characters.map((character, at) => character + (characters[at + 1] ?? ""));
}

function splitPieces(text: string): readonly string[] {
  // Han inside a mixed run ("NCM811正极") is cut off first, so that each piece is of one kind.
  return (
    foldText(text)
      .replaceAll(/\p{Script=Han}+/gu, " $& ")
      .match(pieces) ?? []
  );
}

function tokensOfLatin(piece: string): readonly string[] {
  const parts = piece.split("-");
  const joined = parts.join("");
  const split = lettersThenDigits.exec(joined)?.slice(1) ?? [];
  return [...new Set([joined, ...(parts.length > 1 ? parts : split)])];
}

export function createTokenReader({ segmentWords }: Pick<Segmenter, "segmentWords">) {
  function tokensOfHan(run: string): readonly string[] {
    const longWords = segmentWords(run).filter((word) => [...word].length > 2);
    return [...pairsOf(run), ...longWords];
  }

  return {
    /**
     * The tokens under which a text is filed. Han runs: character pairs, the last character, and dictionary words of three
     * characters or more. Other runs: whole ("lipf6"), with their parts when hyphenated or when a name meets a number
     * ("ncm811" also "ncm", "811"). Repeats are kept: they are frequencies. [TX1] [TX2]
     * @example tokensOf("求购NCM811") // ["求购", "购", "ncm811", "ncm", "811"]
     */
    tokensOf: (text: string): string[] =>
      splitPieces(text)
        .flatMap((piece) => (isHan.test(piece) ? tokensOfHan(piece) : tokensOfLatin(piece)))
        .filter((token) => token.length <= maxTokenLength),
  };
}

/**
 * The tokens that a document must hold to answer a query: character pairs (one character: itself, to be matched as a
 * prefix) and the parts of hyphenated runs. Dictionary words are left out, since a query and a document may be cut differently. [TX3]
 * @example queryTokensOf("碳酸锂 NCM-811") // ["碳酸", "酸锂", "ncm", "811"]
 */
export function queryTokensOf(text: string): string[] {
  const tokens = splitPieces(text).flatMap((piece) => {
    if (!isHan.test(piece)) return piece.split("-");
    const pairs = pairsOf(piece);
    return pairs.length > 1 ? pairs.slice(0, -1) : pairs;
  });
  return [...new Set(tokens)].filter((token) => token.length <= maxTokenLength);
}
