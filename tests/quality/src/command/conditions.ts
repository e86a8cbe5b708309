import { readFile } from "node:fs/promises";
import {
  chooseSet,
  type Evaluation,
  evaluate,
  type Facts,
  type Operator,
  type RuleSet,
} from "@lilink/engine/dated-rules";
import { requireFlag } from "../flag.ts";

type GivenSet = {
  readonly set: string;
  readonly title?: string;
  readonly from: string | null;
  readonly to?: string | null;
  readonly conditions: readonly {
    readonly id: string;
    readonly op: Operator;
    readonly value: string | number | boolean;
    readonly when?: string;
  }[];
};

type Vector = {
  readonly id: string;
  readonly facts: Facts;
  readonly at: string;
  readonly set?: string;
  readonly verdict?: string;
  readonly failed?: readonly string[];
  readonly unknown?: number | readonly string[];
  readonly notApplicable?: readonly string[];
};

/** --file F: dated sets of conditions and plants; each plant judged by the set that its case names, else by that of its day. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { sets, vectors } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    readonly sets: readonly GivenSet[];
    readonly vectors: readonly Vector[];
  };
  const ruleSets = sets.map(toRuleSet);
  const judged = vectors.map((vector) => {
    const answer = answerOf(judge(ruleSets, vector));
    return { vector, answer: { id: vector.id, ...answer } };
  });
  const right = judged.filter(({ vector, answer }) => agrees(vector, answer)).length;
  return {
    n: vectors.length,
    right,
    wrong: vectors.length - right,
    list: judged.map(({ answer }) => answer),
  };
}

function toRuleSet({ set, title, from, to, conditions }: GivenSet): RuleSet {
  return {
    id: set,
    title: title ?? set,
    from,
    to: to ?? null,
    rules: conditions.map(({ id, op, value, when }) => ({
      id,
      fact: id,
      operator: op,
      value,
      ...(when !== undefined && { when: { fact: when, operator: "=" as const, value: true } }),
    })),
  };
}

function judge(sets: readonly RuleSet[], { facts, at, set }: Vector): Evaluation | null {
  if (set !== undefined) {
    const named = sets.find(({ id }) => id === set);
    if (!named) throw new Error(`no set ${set}`);
    return evaluate(named, facts, at, { asIf: true });
  }
  const current = chooseSet(sets, at);
  return current && evaluate(current, facts, at);
}

function answerOf(evaluation: Evaluation | null) {
  const of = (verdict: string) =>
    (evaluation?.rules ?? []).filter((rule) => rule.verdict === verdict).map(({ id }) => id);
  return {
    verdict: evaluation?.verdict ?? "not_applicable",
    failed: of("not_met"),
    unknown: of("unknown"),
    notApplicable: of("not_applicable"),
  };
}

type Answer = ReturnType<typeof answerOf>;

function agrees(vector: Vector, answer: Answer): boolean {
  const same = (wanted: readonly string[] | undefined, got: readonly string[]) =>
    wanted === undefined || [...wanted].sort().join() === [...got].sort().join();
  return (
    (vector.verdict === undefined || vector.verdict === answer.verdict) &&
    same(vector.failed, answer.failed) &&
    same(vector.notApplicable, answer.notApplicable) &&
    (typeof vector.unknown === "number"
      ? vector.unknown === answer.unknown.length
      : same(vector.unknown, answer.unknown))
  );
}
