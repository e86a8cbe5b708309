import type pg from "pg";
import type { Statement } from "../src/plan/read-statements.ts";
import { readCatalog } from "./read-catalog.ts";

const GRANT = /^grant ([\s\S]+?) on (?:(schema|sequence|function)\s+)?([\s\S]+?)\s+to ([\w, ]+)$/i;
/** What the owner of a schema has, and what PostgreSQL gives everybody. */
const BUILT_IN = /^grant \w+ on schema \w+ to (?:public|pg_database_owner|lilink_owner)$/;

/** Every function, policy, trigger and grant that is not in exactly one source of the plan; an empty list is the only good answer. */
export async function findPlanDrift(client: pg.Client, plan: readonly Statement[]): Promise<string[]> {
  const declared = await nameFunctions(client, plan.flatMap(toLines));
  const actual = (await readCatalog(client)).map(toName).filter((line) => line !== null);
  return [
    ...declared
      .filter((line, place) => declared.indexOf(line) !== place)
      .map((line) => `declared twice: ${line}`),
    ...actual.filter((line) => !declared.includes(line)).map((line) => `in no source: ${line}`),
    ...declared.filter((line) => !actual.includes(line)).map((line) => `not in the database: ${line}`),
  ];
}

function toLines({ kind, key, sql }: Statement): string[] {
  if (kind === "other" || kind === "table") return [];
  if (kind !== "grant") return [`${kind} ${key}`];
  const [, privileges = "", object = "", names = "", roles = ""] = GRANT.exec(sql) ?? [];
  const prefix = object === "schema" ? "schema " : "";
  return [...privileges.matchAll(/(\w+)(?:\s*\(([^)]*)\))?/g)].flatMap(([, verb = "", columns]) =>
    names.split(object === "function" ? /,\s*(?=app\.)/ : /,\s*/).flatMap((name) =>
      roles.split(/,\s*/).flatMap((role) =>
        (columns?.split(",") ?? [""]).map((column) => {
          const part = column.trim() === "" ? "" : ` (${column.trim()})`;
          return `grant ${verb.toUpperCase()}${part} on ${prefix}${name} to ${role}`;
        }),
      ),
    ),
  );
}

/** A line of the catalog as a source would declare it; null for what the plan does not speak of. */
function toName(line: string): string | null {
  if (line.startsWith("grant ")) return BUILT_IN.test(line) ? null : line;
  return /^(?:(?:policy|trigger) \S+|function [\w.]+\([^)]*\))/.exec(line)?.[0] ?? null;
}

/** `timestamptz` and `timestamp with time zone` are one type: both sides name a function as the catalog does. */
async function nameFunctions(client: pg.Client, lines: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select replace(line, f, coalesce(to_regprocedure(f)::text, f)) as line
     from (select line, n, coalesce(substring(line from 'app\\.\\w+\\(.*\\)'), '') f from unnest($1::text[]) with ordinality x(line, n)) l order by n`,
    [lines],
  );
  return rows.map(({ line }) => line);
}
