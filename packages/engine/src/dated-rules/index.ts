export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  evaluateOn,
  type RuleResult,
  type RuleVerdict,
  type SetVerdict,
} from "./evaluate.ts";
export type { CompareOptions, Converter, UnknownReason } from "./judge-condition.ts";
export { type ParsedComparison, parseComparison, parseOperator } from "./parse-operator.ts";
export {
  type Comparison,
  type Condition,
  chooseSet,
  type Fact,
  type Facts,
  isInForce,
  type Operator,
  operators,
  type RuleEntry,
  type RuleSet,
  type Title,
} from "./rule-set.ts";
