import type pg from "pg";

type Ask = (first: unknown, ...rest: readonly unknown[]) => unknown;

/** A statement that is sent so often keeps its plan. */
const often = 3;
/** Each connection holds as many plans at most. */
const mostNamed = 250;
const mostCounted = 2000;

/** The names that the frequent statements of one pool have. */
export type StatementNames = { readonly nameOf: (text: string) => string | undefined };

/** Whether the server that answers is the one that greeted the connection: a pooler greets with a number of its own. */
export function isDirect(client: pg.ClientBase, answering: number): boolean {
  return (client as { readonly processID?: number | null }).processID === answering;
}

export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    nameOf: (text) => {
      const known = names.get(text);
      if (known !== undefined || names.size >= mostNamed) return known;
      const count = (counts.get(text) ?? 0) + 1;
      if (count < often) {
        if (counts.size >= mostCounted) counts.clear();
        counts.set(text, count);
        return undefined;
      }
      counts.delete(text);
      const name = `lilink_${names.size}`;
      names.set(text, name);
      return name;
    },
  };
}

/**
 * Names the frequent statements of a connection, so that the server parses and plans each once. Under row security a plan
 * often takes longer than its run. Behind a pooler a name may meet another session, so there nothing is named (ADR 10).
 */
export function nameStatements(client: pg.ClientBase, names: StatementNames): void {
  const ask = client.query.bind(client) as Ask;
  // What has no values may be several commands at once, which cannot be prepared.
  const named: Ask = (first, ...rest) =>
    Array.isArray(rest[0]) && rest[0].length > 0 ? ask(withName(first, names), ...rest) : ask(first, ...rest);
  client.query = named as typeof client.query;
}

function withName(first: unknown, { nameOf }: StatementNames): unknown {
  if (typeof first !== "object" || first === null || !("text" in first) || typeof first.text !== "string")
    return first;
  if ("name" in first && first.name !== undefined) return first;
  const name = nameOf(first.text);
  return name === undefined ? first : { ...first, name };
}
