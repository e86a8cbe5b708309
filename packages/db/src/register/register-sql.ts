import {
  type Column,
  columnName,
  columnsOf,
  fieldsAt,
  levelsOf,
  listRegisters,
  partiesOf,
  type Register,
  type RegisterLevel,
  reviewStatesOf,
  tablesOf,
} from "@lilink/model/register";
import { openingKeys, orderLanguages } from "./order-sql.ts";

/** Whether the actor may read a live row of a level. Each check runs once a statement, not once a row. */
const readable: Readonly<Record<RegisterLevel, string>> = {
  everyone: "true",
  member: "(select app.trades() or app.officer())",
  own: "false",
};

/** What makes an actor the owner: the record's organization, or the secretariat's officers. */
const ownerOf = ({ owner }: Register) =>
  owner === "group" ? "(select app.officer())" : "organization_id = (select app.org())";

/** What makes an actor a reviewer of a row, given the condition under which it is for reviewers. */
const reviewerOf = ({ owner }: Register, isFor: string) =>
  owner === "group"
    ? "(select app.officer())"
    : `((${isFor}) and (select app.officer()) and organization_id <> all ((select app.barred())::uuid[]))`;

/** The organizations that a version of a case touches: who files it and its parties, as an array without gaps. */
function touchedBy(register: Register): string {
  const parties = partiesOf(register).map((name) => `${columnName(name)}_id`);
  return `array_remove(array[organization_id, ${parties.join(", ")}], null)`;
}

/** The trigger names who decided last, until the owner changes the record: a decider goes on seeing what the decision left. */
const decided = "decided_by = (select app.person())";

/**
 * The SQL of a register as a source of the plan: tables, columns, checks, indexes, row security and triggers. It can be
 * applied to a database of any earlier declaration: it adds what is missing and never drops a column, so the version
 * before goes on serving. [RG4]
 */
function registerSql(register: Register): string {
  const { head, version } = tablesOf(register);
  const columns = Object.entries(register.fields).flatMap(([name, field]) => columnsOf(name, field));
  return [
    ...columns.map((column) => addColumn(version, column)),
    ...columns.flatMap((column) => addCheck(version, column)),
    keepLevels(register, version),
    ...indexes(register, head, version),
    ...secure(register, head, version),
    ...guard(register, head),
  ].join("\n");
}

/** The SQL of every register. A record may refer to one of a register that comes later, so all tables are made first. */
export function allRegistersSql(registers: readonly Register[] = listRegisters()): string {
  const tables = registers.flatMap((register) => {
    const { head, version } = tablesOf(register);
    return [createHead(register, head), createVersion(version, head)];
  });
  return [...tables, ...registers.map(registerSql)].join("\n");
}

function createHead({ owner }: Register, head: string): string {
  return `create table if not exists ${head} (
  id uuid primary key,
  public_id text not null unique,
  organization_id uuid ${owner === "organization" ? "not null " : ""}references organization (id) on delete restrict,
  state text not null,
  state_since timestamptz(3) not null,
  version integer not null default 1,
  live_version integer,
  revision integer not null default 1,
  key text,
  title_zh text,
  title_en text,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
alter table ${head} add column if not exists decided_by uuid references person (id) on delete set null;
alter table ${head} add column if not exists hands uuid[] not null default '{}';`;
}

function createVersion(version: string, head: string): string {
  return `create table if not exists ${version} (
  record_id uuid not null references ${head} (id) on delete cascade,
  version integer not null,
  level text not null check (level in ('everyone', 'member', 'own')),
  status text not null default 'draft' check (status in ('draft', 'review', 'live', 'past', 'kept')),
  organization_id uuid references organization (id) on delete restrict,
  sources jsonb not null default '[]',
  readings jsonb not null default '{}',
  search tsvector not null default '',
  change_note text,
  saved_by uuid references person (id) on delete set null,
  saved_at timestamptz(3) not null,
  primary key (record_id, version, level)
);`;
}

function addColumn(table: string, { name, type, references }: Column): string {
  const target = references ? ` references ${references} (id) on delete set null` : "";
  return `alter table ${table} add column if not exists ${name} ${type}${target};`;
}

export function addCheck(table: string, { name, check }: Column): string[] {
  if (!check) return [];
  return [replaceCheck(table, `${table}_${name}_check`, check)];
}

/** A check as it is declared now, whatever stood before. */
export function replaceCheck(table: string, constraint: string, check: string): string {
  const name = constraint.slice(0, 63);
  return `alter table ${table} drop constraint if exists ${name}, add constraint ${name} check (${check});`;
}

/** A value stands in the row of its field's level and in no other. */
function keepLevels(register: Register, version: string): string {
  const rules = levelsOf(register).map((level) => {
    const names = fieldsAt(register, level).flatMap(([name, field]) =>
      columnsOf(name, field).map((column) => column.name),
    );
    return names.length === 0 ? "true" : `(level = '${level}' or num_nonnulls(${names.join(", ")}) = 0)`;
  });
  return replaceCheck(version, `${version}_levels`, rules.join(" and "));
}

function indexes(register: Register, head: string, version: string): string[] {
  const key = register.owner === "organization" ? "organization_id, key" : "key";
  // Ordered by facets, rows of the same facets lie side by side and are counted without a hash table.
  const facets = [...firstColumns(register, register.facets), "record_id"];
  const live = `where status = 'live' and level = '${register.level}'`;
  return [
    `create unique index if not exists ${head}_key on ${head} (${key});`,
    `create index if not exists ${head}_state on ${head} (state);`,
    `create index if not exists ${head}_organization on ${head} (organization_id);`,
    `create index if not exists ${version}_search on ${version} using gin (search);`,
    `drop index if exists ${version}_live, ${version}_cover, ${version}_title;`,
    `create index if not exists ${head}_updated on ${head} (updated_at, id);`,
    `create index if not exists ${version}_facets on ${version} (${facets.join(", ")}) include (${covered(register).join(", ")}) ${live};`,
    ...orderLanguages.map(
      (language) =>
        `create index if not exists ${version}_opens_${language} on ${version} (${openingKeys(register, language).join(", ")}) ${live};`,
    ),
  ];
}

/** What a list sorts by, and what row security asks of a row: with the facets, all of it is read without the row itself. */
function covered(register: Register): string[] {
  const columns = register.list.slice(1).filter((name) => !register.facets.includes(name));
  return ["level", "status", "version", "organization_id", ...firstColumns(register, columns)];
}

/** The columns that sort and filter, of those fields that stand at the register's own level. */
function firstColumns(register: Register, names: readonly string[]): string[] {
  const own = new Map(fieldsAt(register, register.level));
  return [...new Set(names)].flatMap((name) => {
    const field = own.get(name);
    return field ? [columnsOf(name, field)[0].name] : [];
  });
}

function secure(register: Register, head: string, version: string): string[] {
  const owner = ownerOf(register);
  const waits = `state in (${waiting(register)})`;
  const levels = levelsOf(register)
    .filter((level) => readable[level] !== "false")
    .map((level) => `level = '${level}' and ${readable[level]}`)
    .join(" or ");
  const isCase = partiesOf(register).length > 0;
  // Whoever reads a version of a case reads its head and its life, and nobody else.
  const seen = `exists (select 1 from ${version} v where v.record_id = ${head}.id)`;
  const readsHead = isCase
    ? `${owner} or ${seen}`
    : `(live_version is not null and ${readable[register.level]}) or ${owner} or ${reviewerOf(register, `${waits} or ${decided}`)}`;
  const readsVersion = isCase
    ? `${owner} or status in ('live', 'past') and (select app.org()) = any (${touchedBy(register)})
      or status in ('live', 'past', 'review') and (select app.officer()) and not ${touchedBy(register)} && (select app.barred())::uuid[]`
    : `(status in ('live', 'past') and (${levels || "false"})) or ${owner} or ${reviewerOf(register, "status = 'review'")}`;
  const moves = isCase
    ? [`${waits} and (select app.officer()) and ${seen}`, `(select app.officer()) and ${seen}`]
    : [reviewerOf(register, waits), reviewerOf(register, decided)];
  const policies = [
    [head, "readers", "select", `using (${readsHead})`],
    [head, "writers", "insert", `with check (state = '${register.machine.start}' and ${owner})`],
    [head, "movers", "update", `using (${owner} or ${moves[0]}) with check (${owner} or ${moves[1]})`],
    [version, "readers", "select", `using (${readsVersion})`],
    [version, "writers", "insert", `with check (status = 'draft' and ${owner})`],
    [
      version,
      "editors",
      "update",
      `using (status = 'draft' and ${owner}) with check (status = 'draft' and ${owner})`,
    ],
    [version, "removers", "delete", `using (status = 'draft' and ${owner})`],
  ] as const;
  return [
    ...[head, version].flatMap((table) => [
      `alter table ${table} enable row level security, force row level security;`,
      `grant select, insert, update, delete on ${table} to lilink_worker;`,
      policy(table, "maintenance", "to current_user using (true) with check (true)"),
      policy(table, "worker", "to lilink_worker using (true) with check (true)"),
      policy(table, "acted", "as restrictive to lilink_app using ((select app.acted()))"),
    ]),
    `grant select, insert, update on ${head} to lilink_app;`,
    `grant select, insert, update, delete on ${version} to lilink_app;`,
    ...policies.map(([table, name, command, rule]) =>
      policy(table, name, `for ${command} to lilink_app ${rule}`),
    ),
    ...(isCase ? secureLife(register, head) : []),
    ...(register.owner === "organization" ? secureDuties(register, head) : []),
  ];
}

/** The life of a case is read with its head; to a party the steps that led to a live state are shown. */
function secureLife({ name }: Register, head: string): string[] {
  const isRead = `exists (select 1 from ${head} h where h.id = record_step.record_id)`;
  return [
    policy(
      "record_step",
      `${head}_readers`,
      `for select to lilink_app using (shown and register = '${name}' and ${isRead})`,
    ),
    policy(
      "record_step",
      `${head}_kept`,
      `as restrictive for select to lilink_app using (register <> '${name}' or ${isRead})`,
    ),
  ];
}

/**
 * The duty of an organization's record is for readers of the record; its owner's acts start and end it, whoever holds it. The record is asked for
 * by a function, which is planned when a duty of its kind is first met: every reading of duties would plan it for all registers.
 */
function secureDuties({ name }: Register, head: string): string[] {
  const holder = `app.${head}_holder(subject_id)`;
  const own = `subject_kind = '${name}' and ${holder} = (select app.org())`;
  return [
    `create or replace function app.${head}_holder(p_id uuid) returns uuid language plpgsql stable set search_path = pg_catalog, public as $$
begin return (select h.organization_id from public.${head} h where h.id = p_id); end $$;`,
    `grant execute on function app.${head}_holder(uuid) to lilink_app;`,
    policy("duty", `${head}_owners`, `to lilink_app using (${own}) with check (${own})`),
    policy(
      "duty",
      `${head}_kept`,
      `as restrictive for select to lilink_app using (subject_kind <> '${name}' or ${holder} is not null)`,
    ),
  ];
}

function policy(table: string, name: string, rule: string): string {
  return `create policy ${name} on ${table} ${rule};`;
}

/** The states in which a record waits for its reviewer, as a list of SQL literals. */
function waiting(register: Register): string {
  return (
    reviewStatesOf(register)
      .map((state) => `'${state}'`)
      .join(", ") || "''"
  );
}

/** Steps are guarded row by row. A new head stands at the start by its policy and has no version yet. */
function guard({ machine, owner }: Register, head: string): string[] {
  return [
    `create trigger guard before update on ${head} for each row execute function app.guard_record('${machine.name}', '${owner}');`,
    `create trigger mark after update on ${head} referencing new table as changed for each statement execute function app.mark_versions('${machine.name}');`,
  ];
}
