-- What a cluster needs. A policy is judged where the row lies: there the actor is known by what was set, and a function that asks another table of
-- batteries finds the rows of the same code beside it, as long as the actor is asked first and handed on as a value. A mask is salted with the
-- transaction of the server that was asked: two answers of one transaction name one body alike only where both are salted there.
create or replace function trace.is_side(p_code text) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
declare v_org uuid := trace.org();
begin
  return v_org is not null and (
    exists (select 1 from trace.custody_event e where e.code = p_code and v_org in (e.by_id, e.to_id))
    or exists (select 1 from trace.battery_unit u where u.code = p_code and u.maker_id = v_org));
end $$;

create or replace function trace.is_of_province(p_code text) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
declare v_province text := trace.province();
begin
  return v_province is not null and exists (
    select 1 from trace.custody_event e where e.code = p_code and e.province = v_province);
end $$;

create or replace function trace.licences_of(p_codes text[], p_orgs uuid[])
returns table (mask text, kind text, from_on text, to_on text)
language plpgsql volatile security definer set search_path = pg_catalog, trace set plan_cache_mode = force_generic_plan as $$
declare
  v_org uuid := trace.org();
  v_open boolean := trace.oversees() or trace.province() is not null;
  v_salt text := case when trace.oversees() or trace.province() is not null then '' else pg_current_xact_id()::text end;
  v_sides uuid[];
begin
  if not trace.acted() then return; end if;
  if cardinality(p_codes) <= 1000 then
    select array_agg(distinct s.id) into v_sides from (
      select unnest(array[e.by_id, e.to_id]) as id from unnest(p_codes) c join trace.custody_event e on e.code = c) s where s.id is not null;
    v_sides := coalesce(v_sides, '{}') || p_orgs;
  end if;
  return query
    select case when v_open or l.org_id = v_org then l.org_id::text
        else 'x' || left(encode(sha256(convert_to(l.org_id::text || v_salt, 'UTF8')), 'hex'), 20) end, l.kind, l.from_on::text, l.to_on::text
    from trace.licence l where v_sides is null or l.org_id = any (v_sides);
end $$;
