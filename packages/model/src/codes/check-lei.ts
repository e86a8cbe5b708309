import { type CodeCheck, normalizeCode } from "./code-check.ts";

/** `issuer`: prefix of the local operating unit that gave the identifier. */
export type LeiParts = { readonly issuer: string; readonly entity: string };

function remainder97(code: string): number {
  let rest = 0;
  for (const character of code) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/**
 * Checks a legal entity identifier (ISO 17442): 18 letters or digits and two check digits, MOD 97-10. [CO4]
 * @returns fault `badFormat` {typed, length} or `leiCheck` {typed}
 * @example checkLei("5493001KJTIIGC8Y1R12").ok // true
 */
export function checkLei(typed: string): CodeCheck<LeiParts> {
  const code = normalizeCode(typed);
  if (!/^[A-Z0-9]{18}\d{2}$/.test(code))
    return { ok: false, rule: "badFormat", params: { typed, length: code.length } };
  if (remainder97(code) !== 1) return { ok: false, rule: "leiCheck", params: { typed } };
  return { ok: true, code, flags: [], parts: { issuer: code.slice(0, 4), entity: code.slice(4, 18) } };
}

/**
 * A well-formed identifier for an invented body.
 * @param first18 letters A-Z and digits
 */
export function toLei(first18: string): string {
  return first18 + String(98 - remainder97(`${first18}00`)).padStart(2, "0");
}
