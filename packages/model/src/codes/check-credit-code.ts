import { type CodeCheck, normalizeCode } from "./code-check.ts";
import authoritiesJson from "./data/authorities.json" with { type: "json" };
import { findProvince, type Province } from "./region.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
// The organization check counts in 36 values. The 31-value table would refuse every real code with a letter after H.
const organizationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const pilotForm = /^.{2}35.{4}M000.{6}$/;

/** First character of the code. `kinds` is empty where the list of kinds is not verified; any kind is taken then. */
export type CreditCodeAuthority = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly kinds: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly confidence: string;
};
export const creditCodeAuthorities: readonly CreditCodeAuthority[] = authoritiesJson;

/** `needsProof`: an early pilot code, legal although its check fails. `organizationCheck`: character 17 does not fit. */
export const creditCodeFlags = ["needsProof", "organizationCheck"] as const;
export type CreditCodeFlag = (typeof creditCodeFlags)[number];

/** `region`: six digits of the registering office, perhaps abolished since; province null for the nation. */
export type CreditCodeParts = {
  readonly authority: string;
  readonly kind: string;
  readonly region: string;
  readonly province: Province | null;
  readonly organizationCode: string;
};

/** The eighteenth character that belongs to the first seventeen. */
export function creditCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(first17.charAt(at)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** The ninth character (GB 11714) that belongs to the eight of an organization code. */
export function organizationCheckCharacter(first8: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, at) => total + weight * organizationAlphabet.indexOf(first8.charAt(at)),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 11 ? "0" : rest === 10 ? "X" : String(rest);
}

/** Where the structure breaks first, or null: length, letter, authority, kind, region. */
function structureFault(code: string): { reason: string; position: number } | null {
  if (code.length !== 18) return { reason: "length", position: code.length };
  const odd = [...code].findIndex((character) => !alphabet.includes(character));
  if (odd >= 0) return { reason: "letter", position: odd + 1 };
  const authority = creditCodeAuthorities.find((entry) => entry.code === code.charAt(0));
  if (!authority) return { reason: "authority", position: 1 };
  const kinds = Object.keys(authority.kinds);
  if (kinds.length > 0 && !kinds.includes(code.charAt(1))) return { reason: "kind", position: 2 };
  const notDigit = [...code.slice(2, 8)].findIndex((character) => !/\d/.test(character));
  if (notDigit >= 0) return { reason: "region", position: notDigit + 3 };
  return findProvince(code.slice(2)) || code.slice(2, 4) === "10" ? null : { reason: "region", position: 3 };
}

/**
 * Checks a unified social credit code (GB 32100-2015). [CO1] [CO2] [CO3]
 * A code that passes proves nothing about who typed it.
 * @returns fault `creditCodeStructure` {typed, reason, position, length} or `creditCodeCheck` {typed, position: 18}
 * @example checkCreditCode("９１３６０５００ＭＡＬ６２Ｌ１４８Ｂ") // { ok: true, code: "91360500MAL62L148B", flags: [], … }
 */
export function checkCreditCode(typed: string): CodeCheck<CreditCodeParts, CreditCodeFlag> {
  const code = normalizeCode(typed);
  const structure = structureFault(code);
  if (structure)
    return { ok: false, rule: "creditCodeStructure", params: { typed, ...structure, length: code.length } };
  const organizationFits = organizationCheckCharacter(code.slice(8, 16)) === code.charAt(16);
  const checkFits = creditCheckCharacter(code) === code.charAt(17);
  if (!checkFits && !(pilotForm.test(code) && organizationFits))
    return { ok: false, rule: "creditCodeCheck", params: { typed, position: 18 } };
  const flags: CreditCodeFlag[] = [];
  if (!checkFits) flags.push("needsProof");
  if (!organizationFits) flags.push("organizationCheck");
  return {
    ok: true,
    code,
    flags,
    parts: {
      authority: code.charAt(0),
      kind: code.charAt(1),
      region: code.slice(2, 8),
      province: findProvince(code.slice(2)),
      organizationCode: code.slice(8, 17),
    },
  };
}

/**
 * A well-formed code for an invented body: authority and kind, region, eight characters of the body.
 * @example toCreditCode("91360500", "MAL62L14") // "91360500MAL62L148B"
 */
export function toCreditCode(first8: string, organization8: string): string {
  const first17 = first8 + organization8 + organizationCheckCharacter(organization8);
  return first17 + creditCheckCharacter(first17);
}
