import list from "./data/common-passwords.json" with { type: "json" };

/** By which rules passwords are judged: OWASP ASVS 5.0 (6.2), or classified protection (GB/T 22239-2019, 8.1.4.1). [ID6] [ID7] */
export const passwordProfiles = ["asvs", "classified"] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

export type PasswordRules = {
  /** Days after which a password is changed; null for never. */
  readonly mostDays: number | null;
  /** How many earlier passwords may not come back. */
  readonly history: number;
  /** How many of the four classes (upper and lower case, digits, other characters) it needs. */
  readonly classes: number;
};

/** @example passwordRules.classified.mostDays // 90 */
export const passwordRules: Readonly<Record<PasswordProfile, PasswordRules>> = {
  asvs: { mostDays: null, history: 0, classes: 0 },
  classified: { mostDays: 90, history: 5, classes: 3 },
};

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
const common = new Set([...list.words.split(" ").map((word) => word.toLowerCase()), ...productWords]);

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/**
 * The rule that a new password breaks, or null. Under twelve characters, one of the commonest (also repeated, or with
 * digits and signs around it), few different characters, a run, or one's own words is weak under both profiles; the
 * classified one asks for classes beside it. Length alone is enough under ASVS: no composition is asked. [ID6] [ID7]
 * @param own name and address of the person, and anything else that a guesser knows
 * @example faultOfPassword("password1234", "asvs", []) // "weakPassword"
 */
export function faultOfPassword(
  password: string,
  profile: PasswordProfile,
  own: readonly string[],
): "weakPassword" | "passwordClasses" | null {
  const bare = password.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  if ([...password].length < shortestPassword || new Set(bare).size < 5) return "weakPassword";
  if (isRun(bare) || isCommon(bare) || isOwn(bare, own)) return "weakPassword";
  const held = classes.filter((one) => one.test(password)).length;
  return held < passwordRules[profile].classes ? "passwordClasses" : null;
}

function isCommon(bare: string): boolean {
  const core = bare.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const unit = /^(.{3,}?)\1+$/u.exec(bare)?.[1];
  // Two common words side by side are still no secret where the whole is short.
  const halves = bare.length < 15 && splits(bare).some(([a, b]) => common.has(a) && common.has(b));
  return common.has(bare) || common.has(core) || (unit !== undefined && common.has(unit)) || halves;
}

function splits(bare: string): [string, string][] {
  return Array.from({ length: bare.length }, (_, at) => [bare.slice(0, at), bare.slice(at)]);
}

function isOwn(bare: string, own: readonly string[]): boolean {
  return own.some((word) => word.length >= 4 && bare === word.toLowerCase().replace(/\s/g, ""));
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => character.charCodeAt(0) - text.charCodeAt(at));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
