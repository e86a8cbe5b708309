import type { RuleEntry, RuleSet } from "@lilink/engine/dated-rules";

/** How one condition of a set became that of another. */
export const ruleChanges = ["new", "dropped", "stricter", "looser", "changed", "same"] as const;
export type RuleChange = (typeof ruleChanges)[number];

type Compared = { readonly operator: string; readonly value: unknown; readonly unit?: string };
export type RuleDifference = {
  readonly id: string;
  readonly title: RuleEntry["title"];
  readonly change: RuleChange;
  readonly before: Compared | null;
  readonly after: Compared | null;
};

const comparedOf = (rule: RuleEntry | undefined): Compared | null =>
  rule && "operator" in rule
    ? { operator: rule.operator, value: rule.value, ...(rule.unit === undefined ? {} : { unit: rule.unit }) }
    : null;

const rising = new Set([">=", ">"]);
const falling = new Set(["<=", "<"]);

/**
 * What changed between two sets, condition by condition, in the order of the later one; what it dropped stands at the end. A limit that
 * admits less is stricter; where the comparison turned, it is only changed. [CN6]
 * @example compareSets(of2019, of2024).find(({ id }) => id === "Li_recovery")?.change // "stricter"
 */
export function compareSets(
  before: Pick<RuleSet, "rules">,
  after: Pick<RuleSet, "rules">,
): readonly RuleDifference[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const kept = after.rules.map((rule) => {
    const [was, is] = [comparedOf(old.get(rule.id)), comparedOf(rule)];
    return {
      id: rule.id,
      title: rule.title ?? old.get(rule.id)?.title,
      change: old.has(rule.id) ? changeOf(was, is) : ("new" as const),
      before: was,
      after: is,
    };
  });
  const now = new Set(after.rules.map(({ id }) => id));
  const dropped = before.rules
    .filter(({ id }) => !now.has(id))
    .map((rule) => ({
      id: rule.id,
      title: rule.title,
      change: "dropped" as const,
      before: comparedOf(rule),
      after: null,
    }));
  return [...kept, ...dropped];
}

function changeOf(was: Compared | null, is: Compared | null): RuleChange {
  if (was === null || is === null) return "changed";
  const [a, b] = [Number(was.value), Number(is.value)];
  for (const side of [rising, falling]) {
    if (!side.has(was.operator) || !side.has(is.operator)) continue;
    const sign = side === rising ? 1 : -1;
    if (a !== b) return (b - a) * sign > 0 ? "stricter" : "looser";
    if (was.operator === is.operator) return "same";
    return is.operator.length < was.operator.length ? "stricter" : "looser";
  }
  return was.operator === is.operator && String(was.value) === String(is.value) ? "same" : "changed";
}
