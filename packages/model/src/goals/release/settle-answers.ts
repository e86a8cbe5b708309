import type { Contribution } from "@lilink/engine/disclosure";
import { totalCode } from "../definition/index.ts";
import { answerDimension } from "./answer-names.ts";
import type { TablePlan } from "./plan-tables.ts";
import { toAnswerCode } from "./sign-reports.ts";

type Settled = { readonly plan: TablePlan; readonly lists: readonly (readonly Contribution[])[] };

/**
 * The tree of answers by the codes that occur; where everybody counts in every ratio the dimension tells nothing and is taken
 * out again. [RL15]
 * @param lists what stands behind the table, and behind its earlier releases
 */
export function settleAnswers(plan: TablePlan, lists: Settled["lists"]): Settled {
  const axis = plan.dimensions.findIndex(({ id }) => id === answerDimension);
  if (axis < 0) return { plan, lists };
  const codes = [...new Set(lists.flat().map(({ at }) => at[axis] ?? ""))].sort();
  const isOpen = codes.some((code) => code !== toAnswerCode(plan.pairs.map(({ key }) => key)));
  if (isOpen) {
    const tree = { [totalCode]: codes };
    return {
      plan: { ...plan, dimensions: plan.dimensions.map((one, at) => (at === axis ? { ...one, tree } : one)) },
      lists,
    };
  }
  const without = (breakdowns: TablePlan["breakdowns"]) =>
    breakdowns.filter((one) => !one.includes(answerDimension));
  return {
    plan: {
      ...plan,
      dimensions: plan.dimensions.filter((_, at) => at !== axis),
      breakdowns: without(plan.breakdowns),
      faces: plan.faces.map((face) => ({ ...face, breakdowns: without(face.breakdowns) })),
    },
    lists: lists.map((list) => list.map((one) => ({ ...one, at: one.at.filter((_, at) => at !== axis) }))),
  };
}
