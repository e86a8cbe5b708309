-- Reads of many batteries at once: what depends on the actor is asked once, and each body is masked once.
create or replace function trace.lives_of(p_codes text[])
returns table (code text, hash text, verb text, role text, occurred_on text, recorded_at timestamptz, by_mask text, to_mask text,
  is_own boolean, province text, facts jsonb, corrects text)
language plpgsql volatile security definer set search_path = pg_catalog, trace as $$
declare
  v_org uuid := trace.org();
  v_open boolean := trace.oversees() or trace.province() is not null;
  v_salt text := case when trace.oversees() or trace.province() is not null then '' else pg_current_xact_id()::text end;
begin
  if not trace.acted() then return; end if;
  return query
    with e as materialized (
      select x.* from trace.custody_event x where x.code = any (p_codes) and (trace.province() is null or trace.is_of_province(x.code))),
    m as materialized (
      select b.id, case when v_open or b.id = v_org then b.id::text
        else 'x' || left(encode(sha256(convert_to(b.id::text || v_salt, 'UTF8')), 'hex'), 20) end as mask
      from (select by_id as id from e union select to_id from e where to_id is not null) b)
    select e.code, encode(e.storage_hash, 'hex'), e.verb, e.role, e.occurred_on::text, e.recorded_at, b.mask, t.mask,
      coalesce(v_org in (e.by_id, e.to_id), false), e.province, e.facts, encode(e.corrects, 'hex')
    from e join m b on b.id = e.by_id left join m t on t.id = e.to_id;
end $$;

-- The licences of whoever stands on a side of these batteries, and of the bodies that new events name. Of many batteries nearly everybody is
-- a side, so the whole list is read: it is public, and as masked as everything here.
create or replace function trace.licences_of(p_codes text[], p_orgs uuid[])
returns table (mask text, kind text, from_on text, to_on text)
language sql volatile security definer set search_path = pg_catalog, trace as $$
  select distinct trace.mask(l.org_id), l.kind, l.from_on::text, l.to_on::text from trace.licence l
  where trace.acted() and (cardinality(p_codes) > 1000 or l.org_id = any (p_orgs)
    or l.org_id in (select unnest(array[e.by_id, e.to_id]) from trace.custody_event e where cardinality(p_codes) <= 1000 and e.code = any (p_codes)))
$$;

-- What a battery was filed with, by the code of what holds it.
create table trace.battery_child (
  code text not null,
  child_code text not null check (child_code <> code),
  primary key (code, child_code)
) partition by hash (code);
do $$ begin
  for i in 0..15 loop
    execute format('create table trace.battery_child_%s partition of trace.battery_child for values with (modulus 16, remainder %s)', i, i);
    execute format('alter table trace.battery_child_%s enable row level security, force row level security', i);
  end loop;
end $$;
insert into trace.battery_child select parent_code, code from trace.battery_unit where parent_code is not null;
alter table trace.battery_child enable row level security, force row level security;
create policy maintenance on trace.battery_child to current_user using (true) with check (true);
create policy worker on trace.battery_child to lilink_worker using (true) with check (true);
create policy acted on trace.battery_child as restrictive to lilink_app using (trace.acted());
create policy readers on trace.battery_child for select to lilink_app using (trace.oversees() or trace.is_side(code) or trace.is_side(child_code)
  or trace.province() is not null and trace.is_of_province(code));
create policy writers on trace.battery_child for insert to lilink_app with check (trace.is_side(child_code));
grant select, insert on trace.battery_child to lilink_app, lilink_worker;
