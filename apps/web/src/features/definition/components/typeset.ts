import { type ParsedExpression, parseExpression } from "@lilink/model/goals/definition";

type Expression = Extract<ParsedExpression, { readonly ok: true }>["expression"];
type Call = "at" | "median" | "hhi" | "largest" | "top";

/** The reader's words for what an expression names. */
export type TypesetWords = {
  readonly nameOf: (code: string) => string | undefined;
  /** A code of a dimension: a term such as high-end, or one of a list. */
  readonly codeOf: (dimension: string, code: string) => string;
  readonly dimensionOf: (dimension: string) => string;
  readonly call: (
    call: Call,
    params: { readonly name: string; readonly code: string; readonly dimension: string },
  ) => string;
};

/** What stands before the bar of a fraction, above it and below it; without a quotient all of it is `over`. */
export type Typeset = { readonly head: string; readonly over: string; readonly under: string | null };

const calls: Readonly<Record<string, Call>> = {
  at: "at",
  median: "median",
  hhi: "hhi",
  max_share: "largest",
  top_share: "top",
};
const signs: Readonly<Record<string, string>> = {
  "*": "×",
  "/": "÷",
  "-": "−",
  "<=": "≤",
  ">=": "≥",
  "==": "=",
};

/** An expression of a measure in words alone, its quotient as a fraction; null where it cannot be read. */
export function typeset(text: string, words: TypesetWords): Typeset | null {
  const parsed = parseExpression(text);
  if (!parsed.ok) return null;
  const { expression } = parsed;
  if (expression.kind !== "binary" || expression.operator !== "/") {
    const [head, rest] = splitFactor(expression);
    return { head, over: say(rest, words), under: null };
  }
  const [head, over] = splitFactor(expression.left);
  return { head, over: say(over, words), under: say(expression.right, words) };
}

/** The number that a product begins with, and the rest of it. */
function splitFactor(one: Expression): readonly [head: string, rest: Expression] {
  const isProduct = one.kind === "binary" && one.operator === "*" && one.left.kind === "number";
  return isProduct ? [`${say(one.left, null)} ×`, one.right] : ["", one];
}

function say(one: Expression, words: TypesetWords | null): string {
  switch (one.kind) {
    case "number":
      return one.text;
    case "name":
      return words?.nameOf(one.name) ?? one.name;
    case "unary":
      return `${signs[one.operator] ?? one.operator}${within(one.of, words)}`;
    case "binary": {
      const sign = signs[one.operator] ?? one.operator;
      const isSum = one.operator === "+" || one.operator === "-";
      const side = isSum ? say : within;
      return `${side(one.left, words)} ${sign} ${within(one.right, words)}`;
    }
    case "call":
      return sayCall(one, words);
  }
}

const within = (one: Expression, words: TypesetWords | null) =>
  one.kind === "binary" ? `(${say(one, words)})` : say(one, words);

function sayCall({ name, of }: Extract<Expression, { kind: "call" }>, words: TypesetWords | null): string {
  const [first, second, third] = of.map((part) => (part.kind === "name" ? part.name : ""));
  const told = calls[name];
  const component = of[0] ? say(of[0], words) : "";
  // A sum over all places is the thing itself.
  if (name === "total") return component;
  if (!told || !words || !first) return `${name}(${of.map((part) => say(part, words)).join(", ")})`;
  return words.call(told, {
    name: component,
    code: told === "at" ? words.codeOf(second ?? "", third ?? "") : "",
    dimension: second ? words.dimensionOf(second) : "",
  });
}
