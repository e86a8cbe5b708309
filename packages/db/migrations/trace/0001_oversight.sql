-- The regulator of a province reads the whole life of every battery of which something happened there, with the names of the bodies.
create function trace.province() returns text language sql stable as
  $$ select nullif(current_setting('trace.province', true), '') $$;

create function trace.is_of_province(p_code text) returns boolean language sql stable security definer set search_path = pg_catalog, trace as $$
  select trace.province() is not null and exists (
    select 1 from trace.custody_event e where e.code = p_code and e.province = trace.province())
$$;

create policy province on trace.battery_unit for select to lilink_app using (trace.province() is not null and trace.is_of_province(code));
create policy province on trace.custody_event for select to lilink_app using (trace.province() is not null and trace.is_of_province(code));
create policy province on trace.battery_state for select to lilink_app using (trace.province() is not null and trace.is_of_province(code));

create or replace function trace.mask(p_org uuid) returns text language sql volatile security definer set search_path = pg_catalog, trace as $$
  select case when p_org is null then null when trace.oversees() or trace.province() is not null or p_org = trace.org() then p_org::text
    else 'x' || left(encode(sha256(convert_to(p_org::text || pg_current_xact_id()::text, 'UTF8')), 'hex'), 20) end
$$;

-- A regulator hears of no life beyond its province: its names are not masked.
create or replace function trace.lives_of(p_codes text[])
returns table (code text, hash text, verb text, role text, occurred_on text, recorded_at timestamptz, by_mask text, to_mask text,
  is_own boolean, province text, facts jsonb, corrects text)
language sql volatile security definer set search_path = pg_catalog, trace as $$
  select e.code, encode(e.storage_hash, 'hex'), e.verb, e.role, e.occurred_on::text, e.recorded_at, trace.mask(e.by_id), trace.mask(e.to_id),
    coalesce(trace.org() in (e.by_id, e.to_id), false), e.province, e.facts, encode(e.corrects, 'hex')
  from trace.custody_event e where trace.acted() and e.code = any (p_codes)
    and (trace.province() is null or trace.is_of_province(e.code)) order by e.recorded_at, e.storage_hash
$$;

revoke all on function trace.province(), trace.is_of_province(text) from public;
grant execute on function trace.province(), trace.is_of_province(text) to lilink_app, lilink_worker;
