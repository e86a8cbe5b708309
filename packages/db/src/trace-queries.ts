import { inSpan, isTraced, toSqlText, toSqlVerb } from "@lilink/watch";
import type pg from "pg";

type Ask = (first: unknown, ...rest: readonly unknown[]) => unknown;

/** Makes a span of each statement that a traced request sends: its text without values ([OB3]). */
export function traceQueries(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as Ask;
  const traced: Ask = (first, ...rest) => {
    const text = textOf(first);
    // With a callback the driver answers nothing to wait for.
    if (text === null || typeof rest.at(-1) === "function" || !isTraced()) return ask(first, ...rest);
    const attributes = { "db.system.name": "postgresql", "db.query.text": toSqlText(text) };
    return inSpan(`sql ${toSqlVerb(text)}`, { kind: "asked", attributes }, () => ask(first, ...rest));
  };
  client.query = traced as typeof client.query;
}

function textOf(first: unknown): string | null {
  if (typeof first === "string") return first;
  return typeof first === "object" && first !== null && "text" in first && typeof first.text === "string"
    ? first.text
    : null;
}
