import { evaluateOn, type Facts, type RuleEntry, type RuleSet } from "@lilink/engine/dated-rules";
import { type LinkId, linkIds } from "../chain/index.ts";
import type { OrganizationKind, OrganizationSize } from "../organization/index.ts";

/** Who may claim from a day on; a list that is empty asks nothing. Later terms take the place of earlier ones from their first day. [IC1] */
export type IncentiveTerms = {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly kinds: readonly OrganizationKind[];
  readonly sizes: readonly OrganizationSize[];
  readonly links: readonly LinkId[];
  readonly provinces: readonly string[];
  /** The most of one claim in yuan, and the most claims of one body; null asks nothing. */
  readonly most: string | null;
  readonly claims: number | null;
};

/** What a claim is judged by, as it was on its day. */
export type IncentiveFacts = {
  readonly kind: string;
  readonly size: string | null;
  readonly links: readonly string[];
  readonly province: string | null;
  readonly amount: string;
  /** Claims of the body on the programme that were neither refused nor withdrawn. */
  readonly earlier: number;
  /** Money of any programme was taken back from the body. */
  readonly tookBack: boolean;
};

export const termRules = ["kind", "size", "link", "province", "amount", "number", "standing"] as const;
export type TermRule = (typeof termRules)[number];

/** Why an officer refuses: a term that is broken, or what the terms do not ask. */
export const refusalCodes = [...termRules, "evidence", "purpose", "budget", "late"] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Terms as a set of dated rules. The last set ends with the programme. [IC1] */
function toRuleSets(terms: readonly IncentiveTerms[], to: string | null): readonly RuleSet[] {
  return terms.map((one) => ({ id: one.id, title: one.from, from: one.from, to, rules: rulesOf(one) }));
}

function rulesOf({ kinds, sizes, links, provinces, most, claims }: IncentiveTerms): RuleEntry[] {
  const oneOf = (id: TermRule, list: readonly string[]): RuleEntry[] =>
    list.length === 0 ? [] : [{ id, fact: id, operator: "in", value: list }];
  return [
    ...oneOf("kind", kinds),
    ...oneOf("size", sizes),
    ...(links.length === 0
      ? []
      : [
          {
            id: "link",
            anyOf: links.map((link) => ({
              id: link,
              fact: `link.${link}`,
              operator: "=" as const,
              value: true,
            })),
          },
        ]),
    ...oneOf("province", provinces),
    ...(most === null ? [] : [{ id: "amount", fact: "amount", operator: "<=" as const, value: most }]),
    ...(claims === null ? [] : [{ id: "number", fact: "earlier", operator: "<" as const, value: claims }]),
    { id: "standing", fact: "tookBack", operator: "=", value: false },
  ];
}

export type TermsVerdict = {
  /** The terms in force on the day; null where there were none. */
  readonly terms: string | null;
  readonly eligible: boolean;
  /** The rules that are broken, and those that nobody can tell for want of a fact. */
  readonly broken: readonly TermRule[];
  readonly unknown: readonly TermRule[];
};

/**
 * Judges a claim by the terms in force on its day. What is not known is not broken, and does not make eligible. [IC2]
 * @example judgeClaim([terms], null, facts, "2026-06-30").eligible
 */
export function judgeClaim(
  terms: readonly IncentiveTerms[],
  to: string | null,
  facts: IncentiveFacts,
  on: string,
): TermsVerdict {
  const judged = evaluateOn(toRuleSets(terms, to), toFacts(facts), on);
  if (!judged || judged.verdict === "not_applicable")
    return { terms: null, eligible: false, broken: [], unknown: [] };
  const withVerdict = (verdict: string) =>
    judged.rules.flatMap((rule) => termRules.filter((id) => id === rule.id && rule.verdict === verdict));
  return {
    terms: judged.set,
    eligible: judged.verdict === "met",
    broken: withVerdict("not_met"),
    unknown: withVerdict("unknown"),
  };
}

function toFacts({ kind, size, links, province, amount, earlier, tookBack }: IncentiveFacts): Facts {
  const ofLinks = Object.fromEntries(linkIds.map((link) => [`link.${link}`, links.includes(link)]));
  return {
    kind,
    ...(size !== null && { size }),
    ...(province !== null && { province }),
    ...ofLinks,
    amount,
    earlier,
    tookBack,
  };
}
