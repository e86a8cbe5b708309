/** What an expression is read as. `at` is the place in its text, from 0. */
export type Expression =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "call"; readonly name: string; readonly of: readonly Expression[]; readonly at: number }
  | { readonly kind: "unary"; readonly operator: "-" | "!"; readonly of: Expression; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

export const comparisonOperators = ["<=", ">=", "<", ">", "=="] as const;
export type BinaryOperator = "||" | "&&" | (typeof comparisonOperators)[number] | "+" | "-" | "*" | "/";

/** What is wrong with an expression; the words are the reader's language. */
export const expressionFaultRules = [
  "unexpected",
  "unfinished",
  "tooLong",
  "tooDeep",
  "unknownName",
  "unknownFunction",
  "wrongArguments",
  "unitsDiffer",
  "notANumber",
  "notACondition",
] as const;
export type ExpressionFault = {
  readonly at: number;
  readonly rule: (typeof expressionFaultRules)[number];
  readonly params?: Readonly<Record<string, string>>;
};

/** The names that a call takes, in order: `x` is any expression, the others are names. */
export const functionForms: Readonly<Record<string, readonly string[]>> = {
  abs: ["x"],
  min: ["x", "x"],
  max: ["x", "x"],
  change: ["x", "x"],
  previous: ["x"],
  last_year: ["x"],
  total: ["component"],
  median: ["component"],
  at: ["component", "dimension", "code"],
  within: ["dimension", "code"],
  hhi: ["component", "dimension", "code?"],
  max_share: ["component", "dimension", "code?"],
  top_share: ["component", "count"],
};
