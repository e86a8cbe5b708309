import type { Breach } from "../source/module.ts";

export type Migration = { readonly path: string; readonly text: string };

/** What takes something away that the release before may still read or write, and what to do instead. */
const TAKES_AWAY: readonly (readonly [RegExp, string])[] = [
  [/\bdrop\s+(?:table|view|column|type|schema|sequence)\b/i, "drops what the release before uses"],
  [/\brename\s+(?:to|column|constraint|value|attribute)\b|\brename\s+"?\w+"?\s+to\b/i, "renames"],
  [/\balter\s+column\s+\S+\s+(?:set\s+data\s+)?type\b/i, "changes the type of a column"],
  [/\balter\s+column\s+\S+\s+set\s+not\s+null\b/i, "demands a value that the release before does not give"],
  [/\balter\s+column\s+\S+\s+drop\s+default\b/i, "takes a default away that the release before leans on"],
  [
    /\badd\s+column\s+(?:if\s+not\s+exists\s+)?\S+(?![^;]*\bdefault\b)[^;,]*\bnot\s+null\b/i,
    "adds a column that has to be given, and the release before gives none",
  ],
  [/\btruncate\b/i, "empties a table"],
];

/** Says of a statement that an earlier migration, of an earlier release, has put the thing out of use. */
const SECOND_STEP = /^--\s*second step of (\d{4}_[a-z0-9_]+):\s*\S/im;

/** Statements that would break the version that serves while they run ([RC8]). */
export function findBreakingMigrations(migrations: readonly Migration[], first: string): Breach[] {
  const known = new Set(migrations.map(({ path }) => toTag(path)));
  return migrations
    .filter(({ path }) => toTag(path) >= first)
    .flatMap(({ path, text }) => {
      const step = SECOND_STEP.exec(text)?.[1];
      if (step !== undefined && known.has(step) && step < toTag(path)) return [];
      return toStatements(text).flatMap(({ line, sql }) =>
        TAKES_AWAY.filter(([pattern]) => pattern.test(sql)).map(([, what]) => ({
          path,
          line,
          message: `${what}, while that release still serves: add the new beside the old, and take the old away one release later in a migration that begins with "-- second step of <the first>: why"`,
        })),
      );
    });
}

const toTag = (path: string) => /([^/]+)\.sql$/.exec(path)?.[1] ?? path;

/** Statements with their first line; what a function does when it is called, and comments, are left out. */
function toStatements(text: string): { line: number; sql: string }[] {
  const bare = text
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, toLines)
    .replace(/--[^\n]*/g, "")
    .replace(/'(?:[^']|'')*'/g, toLines);
  let line = 1;
  return bare.split(";").map((sql) => {
    const lead = /^\s*/.exec(sql)?.[0] ?? "";
    const found = { line: line + countBreaks(lead), sql };
    line += countBreaks(sql);
    return found;
  });
}

const toLines = (text: string) => "\n".repeat(countBreaks(text));
const countBreaks = (text: string) => text.split("\n").length - 1;
