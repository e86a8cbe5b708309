-- Whom items are for, always by the keys of their events: planned while the tables were small, the join read every event there is, once for each
-- batch of a file.
create or replace function trace.item_sides(p_items jsonb)
returns table (holder uuid, other uuid, kind text, code text, hash text, province text, occurred_on date, due_on date, rule text)
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  return query
    select p.holder, nullif(case when p.holder = e.by_id then e.to_id else e.by_id end, p.holder), i.kind, i.code, i.hash, e.province, e.occurred_on, i.due_on, i.rule
    from jsonb_to_recordset(p_items) as i (kind text, code text, hash text, due_on date, rule text)
    join trace.custody_event e on e.code = i.code and e.storage_hash = decode(i.hash, 'hex')
    cross join lateral (
      select e.to_id as holder where i.kind = 'handover'
      union all select e.by_id where i.kind not in ('handover', 'conflict')
      union all select x.by_id from trace.custody_event x where i.kind = 'conflict' and x.code = i.code and x.verb = e.verb) p;
end $$;

-- How a battery stands is written again with each event of it: room in its page saves the key from being written again too.
do $$ declare t regclass; begin
  for t in select coalesce(i.inhrelid, c.oid)::regclass from pg_class c left join pg_inherits i on i.inhparent = c.oid
    where c.oid = 'trace.battery_state'::regclass
  loop execute format('alter table %s set (fillfactor = 70)', t); end loop;
end $$;
