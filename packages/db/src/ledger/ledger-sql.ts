import type { Ledger } from "@lilink/model/ledger";
import { type Column, columnName, columnsOf } from "@lilink/model/register";
import { addCheck, replaceCheck } from "../register/register-sql.ts";

const kinds = (ledger: Ledger) =>
  Object.keys(ledger.kinds)
    .map((kind) => `'${kind}'`)
    .join(", ");

/**
 * The SQL of a ledger: its entries, the answers of the other sides, who reads them, and triggers that refuse every change.
 * The two sides of an entry read it, and officers who need not stay away from one of them. [LG1] [LG2]
 */
export function ledgerSql(ledger: Ledger): string {
  const [entry, answer] = [`${columnName(ledger.name)}_entry`, `${columnName(ledger.name)}_answer`];
  const columns: Column[] = Object.entries(ledger.fields).flatMap(([name, field]) => columnsOf(name, field));
  const own = "(select app.org())";
  const impartial =
    "(select app.officer()) and not array_remove(array[by_id, to_id], null) && (select app.barred())::uuid[]";
  return `create table if not exists ${entry} (
  id uuid primary key,
  public_id text not null unique,
  account text not null check (length(account) <= ${ledger.account.max}),
  kind text not null,
  occurred_on text not null check (occurred_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  by_id uuid not null references organization (id) on delete restrict,
  to_id uuid references organization (id) on delete restrict check (to_id <> by_id),
  replaces uuid references ${entry} (id) on delete restrict,
  withdraws boolean not null default false check (not withdraws or replaces is not null),
  hash text not null,
  unique (by_id, hash)
);
create table if not exists ${answer} (
  entry_id uuid primary key references ${entry} (id) on delete restrict,
  verdict text not null check (verdict in ('confirmed', 'disputed')),
  reason text check (verdict = 'confirmed' or reason is not null),
  recorded_at timestamptz(3) not null,
  recorded_by uuid
);
${columns.map(({ name, type }) => `alter table ${entry} add column if not exists ${name} ${type};`).join("\n")}
${columns.flatMap((column) => addCheck(entry, column)).join("\n")}
${replaceCheck(entry, `${entry}_kind_check`, `kind in (${kinds(ledger)})`)}
create index if not exists ${entry}_account on ${entry} (account, occurred_on);
create index if not exists ${entry}_replaces on ${entry} (replaces) where replaces is not null;
create index if not exists ${entry}_by on ${entry} (by_id, recorded_at, id);
create index if not exists ${entry}_to on ${entry} (to_id, recorded_at, id);
${[entry, answer]
  .map(
    (table) => `alter table ${table} enable row level security, force row level security;
grant select, insert on ${table} to lilink_app;
grant select, insert on ${table} to lilink_worker;
create policy maintenance on ${table} to current_user using (true) with check (true);
create policy worker on ${table} to lilink_worker using (true) with check (true);
create policy acted on ${table} as restrictive to lilink_app using ((select app.acted()));
create trigger kept before update or delete on ${table} for each row execute function app.refuse_change();
create trigger kept_whole before truncate on ${table} for each statement execute function app.refuse_change();`,
  )
  .join("\n")}
create policy readers on ${entry} for select to lilink_app using (by_id = ${own} or to_id = ${own} or ${impartial});
create policy writers on ${entry} for insert to lilink_app with check (by_id = ${own} and (select app.verified())
  and recorded_by is not distinct from (select app.person()));
create policy readers on ${answer} for select to lilink_app using (exists (select 1 from ${entry} e where e.id = entry_id));
create policy writers on ${answer} for insert to lilink_app with check (recorded_by is not distinct from (select app.person())
  and exists (select 1 from ${entry} e where e.id = entry_id and e.to_id = ${own}));
create trigger guard before insert on ${entry} for each row execute function app.guard_ledger();`;
}

/** The SQL of several ledgers. */
export const ledgersSql = (ledgers: readonly Ledger[]): string => ledgers.map(ledgerSql).join("\n");
