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

-- battery_denial: for the two sides, for officers of one body, and for the verified regulator of the province. Whoever the hand-over waits at denies it once,
-- whoever told it holds to it once, and officers of one body decide once. [TR27] [TR28]
grant select, insert, update (state, upheld_reason, upheld_by, upheld_at, settled_reason, settled_by, settled_at) on battery_denial to lilink_app;
grant select on battery_denial to lilink_worker;
create policy worker on battery_denial to lilink_worker using (true) with check (true);
create policy readers on battery_denial for select to lilink_app using ((select app.org()) in (organization_id, other_id)
  or (select app.officer() and not app.of_several()) or (select app.regulates()) = province);
create policy receivers on battery_denial for insert to lilink_app with check (organization_id = (select app.org()) and state = 'denied'
  and denied_by is not distinct from (select app.person()) and num_nonnulls(upheld_reason, upheld_by, upheld_at, settled_reason, settled_by, settled_at) = 0
  and exists (select 1 from battery_item i where i.organization_id = battery_denial.organization_id and i.kind = 'handover' and i.code = battery_denial.code
    and i.event_hash = battery_denial.event_hash and i.other_id is not distinct from battery_denial.other_id and i.closed_at is null));
create policy tellers on battery_denial for update to lilink_app using (other_id = (select app.org()) and state = 'denied')
  with check (other_id = (select app.org()) and state = 'upheld' and upheld_reason is not null and upheld_by is not distinct from (select app.person())
    and num_nonnulls(settled_reason, settled_by, settled_at) = 0);
create policy officers on battery_denial for update to lilink_app using ((select app.officer() and not app.of_several()) and state = 'upheld')
  with check ((select app.officer() and not app.of_several()) and state in ('stands', 'dropped') and settled_reason is not null
    and settled_by is not distinct from (select app.person()));
create trigger state_kept before update of state on battery_denial for each row when (old.state is distinct from new.state)
  execute function app.keep_state('denial');

-- Where the item of a hand-over waits once it was denied: at whoever told it, with both words before an office, at the receiver again, or nowhere.
create or replace function app.denied_kind(p_state text)
returns text language sql immutable set search_path = pg_catalog as $$
  select case p_state when 'denied' then 'denied' when 'upheld' then 'disputed' when 'dropped' then null else 'handover' end
$$;

-- A denial moves the open item with it: what waited until now is closed, in one statement with what waits from now on. Where nothing waited, since the
-- receiver told of the battery or the event was corrected at that moment, there is nothing to deny.
create or replace function app.move_denied() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_at timestamptz := coalesce(new.settled_at, new.upheld_at, new.denied_at);
  v_was text := 'handover';
begin
  if tg_op = 'UPDATE' then
    v_was := app.denied_kind(old.state);
    if old.upheld_at is not null and (old.upheld_reason, old.upheld_by, old.upheld_at) is distinct from (new.upheld_reason, new.upheld_by, new.upheld_at) then
      raise exception 'a word is not changed' using errcode = '42501';
    end if;
  end if;
  update public.battery_item b set closed_at = v_at where b.code = new.code and b.event_hash = new.event_hash and b.kind = v_was and b.closed_at is null
    and b.organization_id = case when v_was = 'handover' then new.organization_id else new.other_id end;
  if not found then
    raise exception 'nothing waits of this hand-over' using errcode = '40001';
  end if;
  insert into public.battery_item (id, organization_id, other_id, kind, code, event_hash, province, occurred_on, opened_at)
    select gen_random_uuid(), w.holder, w.other, w.kind, new.code, new.event_hash, new.province, new.occurred_on, v_at
    from (select app.denied_kind(new.state) as kind, case when new.state = 'stands' then new.organization_id else new.other_id end as holder,
      case when new.state = 'stands' then new.other_id else new.organization_id end as other) w
    where w.kind is not null and w.holder is not null
    on conflict on constraint battery_item_once do update set closed_at = null;
  return null;
end $$;
create trigger moves_item after insert or update of state on battery_denial for each row execute function app.move_denied();
grant execute on function app.denied_kind(text), app.move_denied() to lilink_app, lilink_worker;

-- Opens and closes what the sides of some batteries have to look into, as the judge found it after an event. The narrow door to both sides of an event:
-- who tells one side of it does not hear who the other is. A conflict is an item of everybody who told the same of that battery.
-- Where the batteries stand on another server, the worker brings what it read there: `p_noted`. A hand-over that was denied waits where its denial says.
-- Few items are looked for among many, always by their keys, however small the tables were when this was planned.
create or replace function app.note_battery_items(p_codes text[], p_items jsonb, p_now timestamptz, p_noted jsonb default null)
returns void language plpgsql security definer set search_path = pg_catalog, public, trace set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if app.kind() <> 'job' and (p_noted is not null or exists (select 1 from unnest(p_codes) c where not trace.is_side(c))) then
    raise exception 'items are noted by a side of the battery' using errcode = '42501';
  end if;
  -- Who denies a hand-over at this moment is waited for: what follows reads where it waits then.
  -- By the code alone: an index by kind would find what waits of every battery.
  perform 1 from public.battery_item b where b.code = any (p_codes) and (b.kind in ('handover', 'denied', 'disputed')) is true and b.closed_at is null
    order by b.id for update;
  with sided as (select * from trace.item_sides(p_items) union all select * from jsonb_to_recordset(p_noted)
      as n (holder uuid, other uuid, kind text, code text, hash text, province text, occurred_on date, due_on date, rule text)),
  placed as (
    select case when d.state in ('denied', 'upheld') then d.other_id else s.holder end as holder,
      case when d.state in ('denied', 'upheld') then d.organization_id else s.other end as other,
      case when d.id is null then s.kind else app.denied_kind(d.state) end as kind, s.code, s.hash,
      coalesce(s.province, d.province) as province, s.occurred_on, case when d.state in ('denied', 'upheld') then null else s.due_on end as due_on,
      case when d.state in ('denied', 'upheld') then null else s.rule end as rule
    from sided s left join public.battery_denial d on s.kind = 'handover' and d.code = s.code and d.event_hash = s.hash and d.organization_id = s.holder),
  noted as (
    select distinct on (s.holder, s.kind, s.code, s.hash) s.holder, s.other, s.kind, s.code, s.hash, coalesce(s.province, o.province) as province,
      s.occurred_on, s.due_on, s.rule
    from (select * from placed where kind is not null) s
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
