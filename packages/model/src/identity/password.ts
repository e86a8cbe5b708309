import list from "./data/common-passwords.json" with { type: "json" };
import long from "./data/long-passwords.json" with { type: "json" };
import { habits } from "./password-habit.ts";
import { isOwn, isRepeat, isRun, toBare, toPlain, unitOf } from "./password-pattern.ts";
import { type PasswordProfile, passwordRules } from "./password-rules.ts";

export const shortestPassword = 12;

/** What stands on every page is guessed as soon as what everybody takes. */
const productWords = [
  "lilink",
  "锂链通",
  "lithium",
  "battery",
  "recycling",
  "正极材料",
  "碳酸锂",
  "administrator",
];
const listed = `${list.words} ${long.words}`.toLowerCase().split(" ");
const common = new Set([...listed, ...productWords]);

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

export type PasswordFault =
  | "weakPassword"
  | "passwordRun"
  | "passwordRepeat"
  | "passwordOwn"
  | "passwordClasses";

/**
 * The rule that a new password breaks, or null. Too short or one of the commonest (also repeated, backwards, with digits and signs
 * around it or in the place of letters, in letters that look like others), a habit of the country, few different characters or a repeat, a sequence or keyboard run, one's own words are refused under both
 * profiles; the classified one asks for classes beside it. Length is else enough under ASVS: no composition. [ID6] [ID7]
 * @param own name and address of the person, her organization, and anything else that a guesser knows
 * @example faultOfPassword("123456789012", "asvs", []) // "passwordRun"
 */
export function faultOfPassword(
  password: string,
  profile: PasswordProfile,
  own: readonly string[],
): PasswordFault | null {
  const bare = toBare(password);
  if ([...password].length < shortestPassword) return "weakPassword";
  if (isRepeat(bare)) return "passwordRepeat";
  if (isRun(bare)) return "passwordRun";
  if (isCommon(bare)) return "weakPassword";
  if (isOwn(bare, own)) return "passwordOwn";
  const held = classes.filter((one) => one.test(password)).length;
  return held < passwordRules[profile].classes ? "passwordClasses" : null;
}

function isCommon(bare: string): boolean {
  const core = bare.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const plain = toPlain(core);
  const unit = unitOf(bare);
  // Two common words side by side are still no secret where the whole is short.
  const halves = bare.length < 15 && splits(bare).some(([a, b]) => common.has(a) && common.has(b));
  const dressed = [bare, core, plain, [...core].reverse().join("")].some((one) => common.has(one));
  const joined = unitOf(bare.replace(/[^\p{L}\p{Nd}]/gu, ""));
  const isRepeated = [unit, joined].some((one) => one !== undefined && common.has(one));
  return dressed || isRepeated || halves || isOwn(bare, productWords) || isOwn(bare, habits);
}

function splits(bare: string): [string, string][] {
  return Array.from({ length: bare.length }, (_, at) => [bare.slice(0, at), bare.slice(at)]);
}
