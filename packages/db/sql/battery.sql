-- Which batteries an organization has to do with: its own list, so that the tables of batteries need no key by organization. The batteries
-- themselves are in the schema trace (migrations/trace, ADR 33).

-- battery_of
grant select, insert on battery_of to lilink_app;
grant select, insert on battery_of to lilink_worker;
create policy worker on battery_of to lilink_worker using (true) with check (true);
create policy readers on battery_of for select to lilink_app using (org_id = (select app.org()));
create policy writers on battery_of for insert to lilink_app with check (org_id = (select app.org()));

-- battery_capture: a body reads what it sent, by whichever of its people or programs, and nobody else does.
grant select, insert on battery_capture to lilink_app;
grant select, insert, update on battery_capture to lilink_worker;
create policy worker on battery_capture to lilink_worker using (true) with check (true);
create policy own on battery_capture for select to lilink_app using (organization_id = (select app.org()));
create policy own_asks on battery_capture for insert to lilink_app with check (organization_id = (select app.org())
  and requested_by is not distinct from (select app.person()) and state = 'waiting');

-- battery_item: for the two sides, for officers of one body, and for the verified regulator of the province.
grant select on battery_item to lilink_app;
grant select on battery_item to lilink_worker;
create policy worker on battery_item to lilink_worker using (true) with check (true);
create policy readers on battery_item for select to lilink_app using ((select app.org()) in (organization_id, other_id)
  or (select app.officer() and not app.of_several()) or (select app.regulates()) = province);

-- Opens and closes what the sides of some batteries have to look into, as the judge found it after an event. The narrow door to both sides of an event:
-- who tells one side of it does not hear who the other is. A conflict is an item of everybody who told the same of that battery.
-- Where the batteries stand on another server, the worker brings what it read there: `p_noted`.
create or replace function app.note_battery_items(p_codes text[], p_items jsonb, p_now timestamptz, p_noted jsonb default null)
returns void language plpgsql security definer set search_path = pg_catalog, public, trace set plan_cache_mode = force_generic_plan as $$
begin
  if app.kind() <> 'job' and (p_noted is not null or exists (select 1 from unnest(p_codes) c where not trace.is_side(c))) then
    raise exception 'items are noted by a side of the battery' using errcode = '42501';
  end if;
  with noted as (
    select distinct on (s.holder, s.kind, s.code, s.hash) s.holder, s.other, s.kind, s.code, s.hash, coalesce(s.province, o.province) as province,
      s.occurred_on, s.due_on, s.rule
    from (select * from trace.item_sides(p_items) union all select * from jsonb_to_recordset(p_noted)
      as n (holder uuid, other uuid, kind text, code text, hash text, province text, occurred_on date, due_on date, rule text)) s
    join public.organization o on o.id = s.holder),
  -- What is open already stays as it is: nothing of it is written again.
  known as materialized (select b.id, b.organization_id, b.kind, b.code, b.event_hash from unnest(p_codes) c
    join public.battery_item b on b.code = c where b.closed_at is null),
  fresh as materialized (select n.* from noted n
    where (n.holder, n.kind, n.code, n.hash) not in (select k.organization_id, k.kind, k.code, k.event_hash from known k)),
  closed as (update public.battery_item b set closed_at = p_now from known k
    where b.id = k.id and (k.organization_id, k.kind, k.code, k.event_hash) not in (select n.holder, n.kind, n.code, n.hash from noted n)),
  opened as (
    insert into public.battery_item (id, organization_id, other_id, kind, code, event_hash, province, occurred_on, due_on, rule, opened_at)
    select gen_random_uuid(), n.holder, n.other, n.kind, n.code, n.hash, n.province, n.occurred_on, n.due_on, n.rule, p_now from fresh n
    on conflict on constraint battery_item_once do update set closed_at = null)
  insert into public.battery_of (org_id, code, as_maker, since)
    select distinct n.holder, n.code, false, p_now from fresh n where n.kind = 'handover' on conflict do nothing;
end $$;
grant execute on function app.note_battery_items(text[], jsonb, timestamptz, jsonb) to lilink_app, lilink_worker;

-- rule_reading: everybody reads by which days it is counted; officers write what they read, and nobody changes it
grant select, insert on rule_reading to lilink_app;
grant select on rule_reading to lilink_worker;
create policy worker on rule_reading to lilink_worker using (true);
create policy readers on rule_reading for select to lilink_app using (true);
create policy officers on rule_reading for insert to lilink_app with check ((select app.officer()) and recorded_by = (select app.person()));

-- Sets the last day of hand-overs that are open, after an officer read the rule that counts it.
create or replace function app.set_item_dues(p_dues jsonb) returns integer
language sql security definer set search_path = pg_catalog, public as $$
  with changed as (
    update public.battery_item b set due_on = d.due_on, rule = d.rule from jsonb_to_recordset(p_dues) as d (id uuid, due_on date, rule text)
    where app.officer() and b.id = d.id and b.kind = 'handover' and b.closed_at is null returning b.id
  ) select count(*)::integer from changed
$$;
grant execute on function app.set_item_dues(jsonb) to lilink_app;
