import { foldLooks } from "./password-habit.ts";

/** What a keyboard, the alphabet and the digits offer in one stroke; walked in both directions and round the end. */
const lines = [
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "!@#$%^&*()",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1b2c3d4e5f6g7h8i9j0",
  "112233445566778899",
].flatMap((line) => [line, [...line].reverse().join("")].map((one) => one + one));

/** Of what is no run or own word, so many characters at least make a secret; a run itself is worth one. */
const shortestRest = 6;

/** Case, width, blanks and letters that look like others make no secret. */
export function toBare(text: string): string {
  return foldLooks(text.normalize("NFKC").toLowerCase().replace(/\s/g, ""));
}

const signs: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Digits and signs that stand for letters, read as these. @example toPlain("p@ssw0rd") // "password" */
export function toPlain(bare: string): string {
  return bare.replace(/[013457@$!]/g, (sign) => signs[sign] ?? sign);
}

/** The piece of three characters or more of which a text is a whole multiple. @example unitOf("abcabc") // "abc" */
export function unitOf(bare: string): string | undefined {
  return /^(.{3,}?)\1+$/u.exec(bare)?.[1];
}

/** Few different characters, or one short piece over and over. @example isRepeat("geesegeesegeese") // true */
export function isRepeat(bare: string): boolean {
  if (new Set(bare).size < 5) return true;
  const steps = Array.from({ length: Math.min(8, Math.floor(bare.length / 2)) }, (_, at) => at + 1);
  return steps.some((step) => bare.slice(step) === bare.slice(0, -step)) && !isRun(bare);
}

/** Sequences and keyboard runs, with hardly anything beside them. @example isRun("qwerty123456") // true */
export function isRun(bare: string): boolean {
  const { rest, runs } = withoutRuns(bare);
  return runs > 0 && rest + runs < shortestRest;
}

function withoutRuns(bare: string): { rest: number; runs: number } {
  let rest = 0;
  let runs = 0;
  for (let at = 0; at < bare.length; ) {
    const length = lengthOfRun(bare.slice(at));
    if (length >= 3) runs += 1;
    else rest += 1;
    at += length >= 3 ? length : 1;
  }
  return { rest, runs };
}

/** How far a text starts like one of the lines, or with one character over and over; of a longer run again and again. */
function lengthOfRun(text: string): number {
  let length = /^(.)\1*/u.exec(text)?.[0].length ?? 1;
  while (length < text.length && lines.some((line) => line.includes(text.slice(0, length + 1)))) length += 1;
  return length;
}

/**
 * Made of what a guesser knows of the person: names, the parts of an address, the organization.
 * @example isOwn("liming20261126", ["li.ming@plant.example"]) // true
 */
export function isOwn(bare: string, own: readonly string[]): boolean {
  const words = [...new Set(own.flatMap(wordsOf))].sort((a, b) => b.length - a.length);
  const left = words.reduce((text, word) => text.replaceAll(word, " "), bare);
  if (left === bare) return false;
  return left.split(" ").reduce((sum, piece) => sum + restOf(piece), 0) < shortestRest;
}

/** Digits beside a name are a year, a date or a number of few values: together they are worth two characters. */
function restOf(piece: string): number {
  const { rest, runs } = withoutRuns(piece.replace(/\d{2,8}/g, "00"));
  return rest + runs;
}

/** Also without the signs between them: "li.ming" is "liming" to whoever guesses. */
function wordsOf(text: string): string[] {
  const bare = toBare(text);
  const parts = [
    bare,
    ...bare.split("@"),
    ...bare.split(/[^\p{L}\p{Nd}]+/u),
    ...text.toLowerCase().split(/\s+/),
  ];
  const joined = parts.map((part) => part.replace(/[^\p{L}\p{Nd}]/gu, ""));
  return [...parts, ...joined].filter((word) => [...word].length >= (/\p{Script=Han}/u.test(word) ? 2 : 3));
}
