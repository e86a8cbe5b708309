-- What the tables of batteries need where they stand on a server of their own (docs/adr/0058-batteries-apart.md). On one server the functions are part of
-- the statements that ask them, and the outbox stays empty.

-- The sides that have to look into something, with what it is about. It reads as whoever asks: all of it the owner and the worker, the app its own sides.
create function trace.item_sides(p_items jsonb)
returns table (holder uuid, other uuid, kind text, code text, hash text, province text, occurred_on date, due_on date, rule text)
language sql stable as $$
  select p.holder, nullif(case when p.holder = e.by_id then e.to_id else e.by_id end, p.holder), i.kind, i.code, i.hash, e.province, e.occurred_on, i.due_on, i.rule
  from jsonb_to_recordset(p_items) as i (kind text, code text, hash text, due_on date, rule text)
  join trace.custody_event e on e.code = i.code and e.storage_hash = decode(i.hash, 'hex')
  cross join lateral (
    select e.to_id as holder where i.kind = 'handover'
    union all select e.by_id where i.kind not in ('handover', 'conflict')
    union all select x.by_id from trace.custody_event x where i.kind = 'conflict' and x.code = i.code and x.verb = e.verb) p
$$;

-- What each body told of batteries in a year. An event that was corrected does not count.
create function trace.rate_parts(p_year integer)
returns table (rate text, org_id uuid, part numeric, whole numeric)
language sql stable as $$
  with told as (
    select e.code, e.verb, e.by_id, e.occurred_on from trace.custody_event e
    where e.role = 'self' and extract(year from e.occurred_on) = p_year and e.verb in ('retire', 'vehicle_scrap', 'collect')
      and not exists (select 1 from trace.custody_event c where c.code = e.code and c.corrects = e.storage_hash)
  ), retired as (
    select distinct on (t.code) t.code, t.by_id, u.kg from told t join trace.battery_unit u on u.code = t.code and u.kg is not null
    where t.verb in ('retire', 'vehicle_scrap') order by t.code, t.occurred_on
  ), collected as (
    select distinct on (t.code) t.code, t.by_id, u.kg, coalesce('unlicensed' <> all (s.flags), true) as formal
    from told t join trace.battery_unit u on u.code = t.code and u.kg is not null left join trace.battery_state s on s.code = t.code
    where t.verb = 'collect' order by t.code, t.occurred_on
  ), parts as (
    select 'collection' as rate, r.by_id as org_id,
      case when exists (select 1 from trace.custody_event e where e.code = r.code and e.verb = 'collect') then r.kg else 0 end as part, r.kg as whole
    from retired r
    union all select 'formal', c.by_id, case when c.formal then c.kg else 0 end, c.kg from collected c
  )
  select p.rate, p.org_id, sum(p.part), sum(p.whole) from parts p group by 1, 2
$$;

-- Codes that the other server found to be within the reader's sight, for what the product's database keeps of them; empty on one server.
create function trace.seen() returns text[] language sql stable as
  $$ select string_to_array(coalesce(current_setting('trace.seen', true), ''), ',') $$;

-- What the product's database has still to hear: written with the event, taken away when its list and its items are there.
create table trace.outbox (
  id bigint generated always as identity primary key,
  org_id uuid not null,
  codes text[] not null,
  as_maker boolean not null
);
alter table trace.outbox enable row level security, force row level security;
create policy maintenance on trace.outbox to current_user using (true) with check (true);
create policy worker on trace.outbox to lilink_worker using (true) with check (true);
create policy acted on trace.outbox as restrictive to lilink_app using (trace.acted());
create policy writers on trace.outbox for insert to lilink_app with check (org_id = trace.org());
grant insert on trace.outbox to lilink_app;
grant select, insert, delete on trace.outbox to lilink_worker;

-- Writes all news anew, in pieces: after one of two servers was restored to an earlier moment. The owner runs it.
create function trace.tell_again() returns integer language sql as $$
  with told as (
    select u.maker_id as org_id, u.code, true as as_maker from trace.battery_unit u
    union all select distinct e.by_id, e.code, false from trace.custody_event e),
  pieces as (
    select t.*, (row_number() over (partition by t.org_id, t.as_maker order by t.code) - 1) / 2000 as piece from told t),
  noted as (
    insert into trace.outbox (org_id, codes, as_maker)
    select p.org_id, array_agg(p.code), p.as_maker from pieces p group by p.org_id, p.as_maker, p.piece order by p.as_maker desc returning 1)
  select count(*)::integer from noted
$$;

revoke all on function trace.tell_again(), trace.item_sides(jsonb), trace.rate_parts(integer), trace.seen() from public;
grant execute on function trace.item_sides(jsonb), trace.rate_parts(integer) to lilink_worker;
grant execute on function trace.seen() to lilink_app, lilink_worker;
