import { runsOf, stemWord } from "@lilink/engine/text";
import tradeWords from "../data/trade-words.json" with { type: "json" };

/** A sense is what words of both languages mean alike in the trade: 吸附剂, sorbent and adsorbent are one. */
type Book = {
  readonly zh: ReadonlyMap<string, readonly string[]>;
  readonly en: ReadonlyMap<string, readonly string[]>;
  /** By the sense: its first word in each language. */
  readonly names: ReadonlyMap<string, string>;
};

const most = { characters: 8, words: 4 };
let book: Book | undefined;

function readBook(): Book {
  if (book) return book;
  const zh = new Map<string, string[]>();
  const en = new Map<string, string[]>();
  const names = new Map<string, string>();
  const add = (table: Map<string, string[]>, key: string, sense: string) => {
    const known = table.get(key) ?? [];
    if (key !== "" && !known.includes(sense)) table.set(key, [...known, sense]);
  };
  for (const { zh: han, en: latin } of tradeWords) {
    const [first = ""] = han.split("|");
    names.set(first, `${first} (${latin.split("|")[0]})`);
    for (const word of han.split("|")) add(zh, word, first);
    for (const phrase of latin.split("|")) add(en, stemsOf(phrase).join(" "), first);
  }
  book = { zh, en, names };
  return book;
}

function stemsOf(phrase: string): readonly string[] {
  return runsOf(phrase).map(({ text }) => stemWord(text));
}

/** A sense as a reader of either language knows it. @example nameOfSense("吸附剂") // "吸附剂 (sorbent)" */
export function nameOfSense(sense: string): string {
  return readBook().names.get(sense) ?? sense;
}

export type ReadSenses = {
  /** How often each sense is named. */
  readonly senses: ReadonlyMap<string, number>;
  /** The words by which they are named, and all other words. */
  readonly naming: string;
  readonly rest: string;
};

/**
 * The senses that a text names, longest words first from the left; a word of two senses names both. [MT60]
 * @example readSenses("DLE sorbent").senses // 提锂 1, 吸附剂 1
 */
export function readSenses(text: string): ReadSenses {
  const { zh, en } = readBook();
  const senses = new Map<string, number>();
  const naming: string[] = [];
  const rest: string[] = [];
  const read = (
    keys: readonly string[],
    words: readonly string[],
    width: number,
    joint: string,
    table: Book["zh"],
  ) => {
    for (const { start, end, met } of cut(keys, width, joint, table)) {
      for (const sense of met) senses.set(sense, (senses.get(sense) ?? 0) + 1);
      (met.length > 0 ? naming : rest).push(words.slice(start, end).join(joint));
    }
  };
  let words: string[] = [];
  const closeLatin = () => {
    read(words.map(stemWord), words, most.words, " ", en);
    words = [];
  };
  for (const { script, text: run } of runsOf(text)) {
    if (script === "latin") {
      words.push(run);
      continue;
    }
    closeLatin();
    read([...run], [...run], most.characters, "", zh);
  }
  closeLatin();
  return { senses, naming: naming.join(" "), rest: rest.join(" ") };
}

type Cut = { readonly start: number; readonly end: number; readonly met: readonly string[] };

/** Parts in order: those that the table knows, and what stands between them. */
function cut(parts: readonly string[], width: number, joint: string, table: Book["zh"]): readonly Cut[] {
  const cuts: Cut[] = [];
  let open = 0;
  const close = (at: number) => {
    if (at > open) cuts.push({ start: open, end: at, met: [] });
  };
  for (let start = 0; start < parts.length; ) {
    let length = Math.min(width, parts.length - start);
    const find = () => table.get(parts.slice(start, start + length).join(joint));
    while (length > 1 && !find()) length -= 1;
    const met = find();
    if (!met) {
      start += 1;
      continue;
    }
    close(start);
    cuts.push({ start, end: start + length, met });
    start += length;
    open = start;
  }
  close(parts.length);
  return cuts;
}
