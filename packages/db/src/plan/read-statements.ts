/** One statement of a source of the plan, with what it declares. */
export type Statement = {
  readonly source: string;
  readonly sql: string;
  readonly kind: "table" | "function" | "policy" | "trigger" | "grant" | "other";
  /** `app.f(text)`, `table.policy`, `table.trigger`; for the rest the source and the place in it. */
  readonly key: string;
};

// Comments, strings, quoted bodies and the semicolons between statements; everything else is skipped.
const TOKEN = /--[^\n]*|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|;/g;

const FUNCTION = /^create or replace function (app\.\w+)\s*\(/i;
const POLICY = /^create policy (\w+) on (\w+)\s/i;
const TRIGGER = /^create (?:constraint )?trigger (\w+)\s[\s\S]*?\son (\w+)\s/i;
const GRANT = /^grant\s/i;
/** What makes the tables of a register: it can run again, and everything else may need it. */
const TABLE =
  /^(?:create table if not exists|create (?:unique )?index if not exists|alter table \w+ (?:add column if not exists|drop constraint if exists))\s/i;

/** Splits SQL text into statements and says what each declares. */
export function readStatements(source: string, text: string): Statement[] {
  return split(text).map((sql, place) => ({ source, sql, ...classify(sql, `${source} ${place}`) }));
}

function split(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    part += text.slice(from, match.index);
    from = match.index + token.length;
    if (token === ";") {
      parts.push(part);
      part = "";
    } else if (!token.startsWith("--")) part += token;
  }
  return [...parts, part + text.slice(from)].map((sql) => sql.trim()).filter((sql) => sql !== "");
}

function classify(sql: string, place: string): Pick<Statement, "kind" | "key"> {
  const name = FUNCTION.exec(sql);
  if (name) return { kind: "function", key: `${name[1]}(${readTypes(sql.slice(name[0].length))})` };
  const policy = POLICY.exec(sql);
  if (policy) return { kind: "policy", key: `${policy[2]}.${policy[1]}` };
  const trigger = TRIGGER.exec(sql);
  if (trigger) return { kind: "trigger", key: `${trigger[2]}.${trigger[1]}` };
  // By its text, not its place: a register that is added moves all that stand behind it.
  if (TABLE.test(sql)) return { kind: "table", key: sql.replaceAll(/\s+/g, " ").slice(0, 120) };
  return { kind: GRANT.test(sql) ? "grant" : "other", key: place };
}

/** The types of a parameter list, as PostgreSQL tells two functions of one name apart. */
function readTypes(afterBracket: string): string {
  const list = afterBracket.slice(0, afterBracket.indexOf(")"));
  const types = list
    .split(",")
    .map((parameter) => parameter.replace(/\sdefault\s.*$/is, "").trim())
    .filter((parameter) => parameter !== "")
    .map((parameter) => parameter.replace(/^\w+\s+/, ""));
  return types.join(", ");
}
