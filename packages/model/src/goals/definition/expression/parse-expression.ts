import type { BinaryOperator, Expression, ExpressionFault } from "./expression.ts";

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ExpressionFault };

type Token = {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly at: number;
};

const maxLength = 2000;
const maxDepth = 40;
const lexicon =
  /\s*(?:(\d{1,30}(?:\.\d{1,30})?)|([A-Za-z][A-Za-z0-9_]*)|"([^"\s]{1,60})"|(\|\||&&|[<>=]=|[-+*/!<>(),]))/y;
const ranks: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["<=", ">=", "<", ">", "=="],
  ["+", "-"],
  ["*", "/"],
];

class Refusal extends Error {
  readonly fault: ExpressionFault;
  constructor(fault: ExpressionFault) {
    super(fault.rule);
    this.fault = fault;
  }
}

/**
 * Reads an expression: decimal numbers, names (in quotes where they hold other signs), calls, the four operations,
 * comparisons, `&&`, `||` and `!`. Nothing else is a word of it, so nothing else can run. [DF2]
 * @returns the expression, or the first fault with its place
 * @example parseExpression("100 * recovered / fed").ok // true
 */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { ok: true, expression: readWhole(text) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
}

function readWhole(text: string): Expression {
  if (text.length > maxLength) throw new Refusal({ at: maxLength, rule: "tooLong" });
  const tokens = cut(text);
  let place = 0;
  const peek = (): Token => tokens[place] ?? { kind: "end", text: "", at: text.length };
  const take = (): Token => {
    const token = peek();
    place += 1;
    return token;
  };
  const refuse = ({ kind, text: sign, at }: Token): never => {
    throw new Refusal(
      kind === "end" ? { at, rule: "unfinished" } : { at, rule: "unexpected", params: { sign } },
    );
  };
  const expect = (sign: string) => {
    const token = take();
    if (token.kind !== "sign" || token.text !== sign) refuse(token);
  };

  const readRank = (rank: number, depth: number): Expression => {
    if (depth > maxDepth) throw new Refusal({ at: peek().at, rule: "tooDeep" });
    const signs = ranks[rank];
    if (!signs) return readUnary(depth);
    let left = readRank(rank + 1, depth);
    // A comparison is not compared again: "a < b < c" has no meaning here.
    for (let once = true; peek().kind === "sign" && signs.includes(peek().text) && once; once = rank !== 2) {
      const { text: operator, at } = take();
      const right = readRank(rank + 1, depth);
      left = { kind: "binary", operator: operator as BinaryOperator, left, right, at };
    }
    return left;
  };
  const readUnary = (depth: number): Expression => {
    const { kind, text: sign, at } = peek();
    if (depth > maxDepth) throw new Refusal({ at, rule: "tooDeep" });
    if (kind !== "sign" || (sign !== "-" && sign !== "!")) return readAtom(depth);
    take();
    return { kind: "unary", operator: sign, of: readUnary(depth + 1), at };
  };
  const readAtom = (depth: number): Expression => {
    const token = take();
    if (token.kind === "number") return { kind: "number", text: token.text };
    if (token.kind === "name") {
      if (peek().kind !== "sign" || peek().text !== "(")
        return { kind: "name", name: token.text, at: token.at };
      return { kind: "call", name: token.text, of: readArguments(depth), at: token.at };
    }
    if (token.kind !== "sign" || token.text !== "(") refuse(token);
    const inner = readRank(0, depth + 1);
    expect(")");
    return inner;
  };
  const readArguments = (depth: number): readonly Expression[] => {
    expect("(");
    const of = [readRank(0, depth + 1)];
    while (peek().kind === "sign" && peek().text === ",") {
      take();
      of.push(readRank(0, depth + 1));
    }
    expect(")");
    return of;
  };

  const whole = readRank(0, 0);
  if (peek().kind !== "end") refuse(peek());
  return whole;
}

function cut(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  lexicon.lastIndex = 0;
  for (let at = 0; at < end; at = lexicon.lastIndex) {
    lexicon.lastIndex = at;
    const [whole, number, name, quoted, sign] = lexicon.exec(text) ?? [];
    const start = at + text.slice(at).length - text.slice(at).trimStart().length;
    if (whole === undefined)
      throw new Refusal({ at: start, rule: "unexpected", params: { sign: text.charAt(start) } });
    if (number !== undefined) tokens.push({ kind: "number", text: number, at: start });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, at: start });
    else tokens.push({ kind: "name", text: name ?? quoted ?? "", at: start });
  }
  return tokens;
}
