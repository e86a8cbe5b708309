import {
  type CompareOptions,
  type Judgement,
  judgeCondition,
  type UnknownReason,
} from "./judge-condition.ts";
import { chooseSet, type Facts, isInForce, type RuleEntry, type RuleSet } from "./rule-set.ts";

export type RuleVerdict = "met" | "not_met" | "unknown" | "not_applicable";
export type SetVerdict = "met" | "not_met" | "incomplete" | "not_applicable";

export type RuleResult = {
  readonly id: string;
  readonly verdict: RuleVerdict;
  /** Why it is unknown or does not apply; `when` says that the rule's own condition decided. */
  readonly reason?: UnknownReason | "when" | "when_unknown";
  /** Every fact that was asked, in the order of asking. */
  readonly factsUsed: readonly string[];
  /** Of those, the ones that nobody gave. */
  readonly missing: readonly string[];
  /** The members of a group. */
  readonly members?: readonly RuleResult[];
};

/** Enough to replay the decision: which set, which day, which facts, what came of it. */
export type Evaluation = {
  readonly set: string;
  readonly on: string;
  readonly verdict: SetVerdict;
  readonly reason?: "not_in_force";
  readonly rules: readonly RuleResult[];
};

export type EvaluateOptions = CompareOptions & {
  /** Judges by a set that is not in force on the day, such as a draft: "what if". */
  readonly asIf?: boolean;
};

/**
 * Judges facts by a rule set on a day. Met: every rule is met or does not apply; not met: one rule is not; else
 * incomplete. A missing fact is unknown, never not met. A set that is not in force on the day does not apply. [EN2]
 * @example evaluate(set, { recovery: "0.91" }, "2025-06-30").verdict
 */
export function evaluate(set: RuleSet, facts: Facts, on: string, options: EvaluateOptions = {}): Evaluation {
  if (!options.asIf && !isInForce(set, on))
    return { set: set.id, on, verdict: "not_applicable", reason: "not_in_force", rules: [] };
  const rules = set.rules.map((rule) => judgeEntry(rule, facts, options));
  return { set: set.id, on, verdict: verdictOf(rules), rules };
}

/** Judges by the set that is in force on the day; null where none is. [EN1] */
export function evaluateOn(
  sets: readonly RuleSet[],
  facts: Facts,
  on: string,
  options: CompareOptions = {},
): Evaluation | null {
  const set = chooseSet(sets, on);
  return set && evaluate(set, facts, on, options);
}

function verdictOf(rules: readonly RuleResult[]): SetVerdict {
  if (rules.some(({ verdict }) => verdict === "not_met")) return "not_met";
  return rules.some(({ verdict }) => verdict === "unknown") ? "incomplete" : "met";
}

function judgeEntry(entry: RuleEntry, facts: Facts, options: CompareOptions): RuleResult {
  const when = entry.when && judgeCondition(entry.when, facts, options);
  if (when && when.truth !== true) {
    const isOut = when.truth === false;
    return {
      id: entry.id,
      verdict: isOut ? "not_applicable" : "unknown",
      reason: isOut ? "when" : "when_unknown",
      factsUsed: when.asked,
      missing: when.missing,
    };
  }
  if ("anyOf" in entry || "allOf" in entry) return judgeGroup(entry, facts, options, when?.asked ?? []);
  const judged = judgeCondition(entry, facts, options);
  return {
    id: entry.id,
    verdict: judged.truth === null ? "unknown" : judged.truth ? "met" : "not_met",
    ...(judged.reason && { reason: judged.reason }),
    ...factsOf([when, judged]),
  };
}

type Group = Extract<RuleEntry, { anyOf: unknown }> | Extract<RuleEntry, { allOf: unknown }>;

/** A group of which no member applies does not apply either. [EN3] */
function judgeGroup(
  group: Group,
  facts: Facts,
  options: CompareOptions,
  asked: readonly string[],
): RuleResult {
  const isAny = "anyOf" in group;
  const members = (isAny ? group.anyOf : group.allOf).map((entry) => judgeEntry(entry, facts, options));
  const bearing = members.map(({ verdict }) => verdict).filter((verdict) => verdict !== "not_applicable");
  const [decides, other] = isAny ? (["met", "not_met"] as const) : (["not_met", "met"] as const);
  const verdict =
    bearing.length === 0
      ? "not_applicable"
      : bearing.includes(decides)
        ? decides
        : bearing.includes("unknown")
          ? "unknown"
          : other;
  return {
    id: group.id,
    verdict,
    factsUsed: [...new Set([...asked, ...members.flatMap(({ factsUsed }) => factsUsed)])],
    missing: [...new Set(members.flatMap(({ missing }) => missing))],
    members,
  };
}

function factsOf(judged: readonly (Judgement | undefined)[]): Pick<RuleResult, "factsUsed" | "missing"> {
  return {
    factsUsed: [...new Set(judged.flatMap((one) => one?.asked ?? []))],
    missing: [...new Set(judged.flatMap((one) => one?.missing ?? []))],
  };
}
