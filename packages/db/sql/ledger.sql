-- Ledgers: entries that nobody changes (app.refuse_change, sql/audit.sql). Who reads one is a policy of the ledger's own tables, written from its declaration.

-- A correction is its own side's, about the same account and the same other side as the entry whose place it takes. One at a
-- time: another may follow only where the other side disputed the first.
create or replace function app.guard_ledger() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare v_fits boolean;
begin
  if new.replaces is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.replaces::text, 0));
  execute format('select exists (select 1 from public.%1$I e where e.id = $1.replaces and e.by_id = $1.by_id and e.account = $1.account
      and e.kind = $1.kind and e.to_id is not distinct from $1.to_id and e.recorded_at < $1.recorded_at)
      and not exists (select 1 from public.%1$I c where c.replaces = $1.replaces
        and not exists (select 1 from public.%2$I a where a.entry_id = c.id and a.verdict = ''disputed''))',
      tg_table_name, replace(tg_table_name, '_entry', '_answer'))
    into v_fits using new;
  if not v_fits then raise exception 'a correction is its own side''s' using errcode = '42501'; end if;
  return new;
end $$;

grant execute on function app.guard_ledger() to lilink_app, lilink_worker;
