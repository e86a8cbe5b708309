-- Plans are made once for a connection: to plan a list of thousands of codes for sixteen parts took ten times as long as to read them. A code that comes
-- from a join is looked for in its own part alone.
create or replace function trace.is_side(p_code text) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
begin
  return exists (select 1 from trace.custody_event e where e.code = p_code and trace.org() in (e.by_id, e.to_id))
    or exists (select 1 from trace.battery_unit u where u.code = p_code and u.maker_id = trace.org());
end $$;

create or replace function trace.is_of_province(p_code text) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
begin
  return trace.province() is not null and exists (
    select 1 from trace.custody_event e where e.code = p_code and e.province = trace.province());
end $$;

create or replace function trace.lives_of(p_codes text[])
returns table (code text, hash text, verb text, role text, occurred_on text, recorded_at timestamptz, by_mask text, to_mask text,
  is_own boolean, province text, facts jsonb, corrects text)
language plpgsql volatile security definer set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
declare
  v_org uuid := trace.org();
  v_open boolean := trace.oversees() or trace.province() is not null;
  v_salt text := case when trace.oversees() or trace.province() is not null then '' else pg_current_xact_id()::text end;
  v_all boolean := trace.province() is null;
begin
  if not trace.acted() then return; end if;
  return query
    with e as materialized (
      select x.* from unnest(p_codes) c join trace.custody_event x on x.code = c where v_all or trace.is_of_province(x.code)),
    m as materialized (
      select b.id, case when v_open or b.id = v_org then b.id::text
        else 'x' || left(encode(sha256(convert_to(b.id::text || v_salt, 'UTF8')), 'hex'), 20) end as mask
      from (select by_id as id from e union select to_id from e where to_id is not null) b)
    select e.code, encode(e.storage_hash, 'hex'), e.verb, e.role, e.occurred_on::text, e.recorded_at, b.mask, t.mask,
      coalesce(v_org in (e.by_id, e.to_id), false), e.province, e.facts, encode(e.corrects, 'hex')
    from e join m b on b.id = e.by_id left join m t on t.id = e.to_id;
end $$;

create or replace function trace.licences_of(p_codes text[], p_orgs uuid[])
returns table (mask text, kind text, from_on text, to_on text)
language plpgsql volatile security definer set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
begin
  if not trace.acted() then return; end if;
  if cardinality(p_codes) > 1000 then
    return query select trace.mask(l.org_id), l.kind, l.from_on::text, l.to_on::text from trace.licence l;
    return;
  end if;
  return query
    with side as materialized (
      select unnest(p_orgs) as id
      union select unnest(array[e.by_id, e.to_id]) from unnest(p_codes) c join trace.custody_event e on e.code = c)
    select trace.mask(l.org_id), l.kind, l.from_on::text, l.to_on::text from side s join trace.licence l on l.org_id = s.id;
end $$;
