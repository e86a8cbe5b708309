-- Calls of the two sides of an introduction: when each can, the times that suit both, what is agreed, and what came of it.

-- appointment_mark: the side that marked, and nobody else; the other side, jobs and officers read none of it. [AP2]
grant select, insert, update (zone, quarters, marked_by, marked_at), delete on appointment_mark to lilink_app;
create policy own_side on appointment_mark for select to lilink_app using (app.own_side(introduction_id, side));
create policy marks on appointment_mark for insert to lilink_app
  with check (app.own_side(introduction_id, side) and (select app.verified()) and app.is_open(introduction_id));
create policy marks_anew on appointment_mark for update to lilink_app
  using (app.own_side(introduction_id, side)) with check (app.own_side(introduction_id, side) and app.is_open(introduction_id));
create policy takes_back on appointment_mark for delete to lilink_app using (app.own_side(introduction_id, side));

-- appointment_time: both sides, as long as it suits both; only the draw below writes it
grant select on appointment_time to lilink_app;
create policy sides on appointment_time for select to lilink_app
  using (fits and introduction_id = any ((select app.open_introductions())::uuid[]));

-- appointment: both sides; the worker ends what is past
grant select, insert, update (state, side, starts_at, ends_at, place, reason, reason_side, version, named_by, named_at, answered_at) on appointment to lilink_app;
grant select, update (state) on appointment to lilink_worker;
create policy worker on appointment to lilink_worker using (true) with check (true);
create policy sides on appointment for select to lilink_app using (introduction_id = any ((select app.open_introductions())::uuid[]));
create policy names on appointment for insert to lilink_app
  with check (app.own_side(introduction_id, side) and (select app.verified()) and app.is_open(introduction_id) and state = 'proposed' and version = 1);
create policy moves on appointment for update to lilink_app
  using (introduction_id = any ((select app.open_introductions())::uuid[])) with check (app.is_open(introduction_id));
create trigger state_kept before update of state on appointment for each row when (old.state is distinct from new.state)
  execute function app.keep_state('appointment');

-- appointment_outcome: each side its own word
grant select, insert, update (outcome, reason, agreed, said_by, said_at) on appointment_outcome to lilink_app;
create policy own_side on appointment_outcome to lilink_app
  using (exists (select 1 from appointment a where a.id = appointment_id and app.own_side(a.introduction_id, appointment_outcome.side)))
  with check (exists (select 1 from appointment a where a.id = appointment_id and app.own_side(a.introduction_id, appointment_outcome.side)
    and a.state in ('agreed', 'over')));

-- Whether consent of both sides of an introduction lasts.
create or replace function app.is_open(p_introduction uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.introduction i where i.id = p_introduction and i.state = 'accepted')
$$;

-- Whether the other side marked when it can, and not when. For the two sides alone.
create or replace function app.other_marked(p_introduction uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p_introduction = any (app.open_introductions()) and exists (select 1 from public.appointment_mark m
    join public.introduction_party p on p.introduction_id = m.introduction_id and p.side = m.side
    where m.introduction_id = p_introduction and p.organization_id <> app.org())
$$;

-- How many more times may be drawn for an introduction within seven days. For the two sides alone.
create or replace function app.times_left(p_introduction uuid, p_now timestamptz)
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select case when p_introduction = any (app.open_introductions()) then greatest(0, 12 - (select count(*)::int from public.appointment_time t
    where t.introduction_id = p_introduction and t.drawn_at > p_now - interval '7 days')) end
$$;

-- Draws the times that suit both, by `listCommonTimes` of the model: at most six at once, two hours apart, and at most twelve different ones in seven
-- days. Whoever marks every hour, or marks again and again, learns no more of the other side's week. [AP2]
create or replace function app.draw_times() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare r record; v_known integer[]; v_left integer; v_shown integer := 0;
  v_next integer := ceil(extract(epoch from new.marked_at + interval '1 hour') / 900);
begin
  perform pg_advisory_xact_lock(hashtextextended(new.introduction_id::text, 12));
  delete from public.appointment_time t where t.introduction_id = new.introduction_id and t.drawn_at <= new.marked_at - interval '7 days';
  update public.appointment_time t set fits = false where t.introduction_id = new.introduction_id and t.fits;
  select coalesce(array_agg(t.from_quarter), '{}') into v_known from public.appointment_time t where t.introduction_id = new.introduction_id;
  v_left := 12 - cardinality(v_known);
  for r in
    with shared as (
      select unnest(m.quarters) as q from public.appointment_mark m where m.introduction_id = new.introduction_id and m.side = 'asking'
      intersect
      select unnest(m.quarters) from public.appointment_mark m where m.introduction_id = new.introduction_id and m.side = 'asked')
    select x.q, case when x.third = x.q + 3 then 4 else 2 end as quarters
      from (select b.q, lead(b.q, 1) over w as first, lead(b.q, 3) over w as third from shared b window w as (order by b.q)) x
      where x.first = x.q + 1 and x.q >= v_next order by x.q
  loop
    continue when r.q < v_next;
    if r.q <> all (v_known) then
      continue when v_left <= 0;
      v_left := v_left - 1;
    end if;
    insert into public.appointment_time (introduction_id, from_quarter, quarters, fits, drawn_at)
      values (new.introduction_id, r.q, r.quarters, true, new.marked_at)
      on conflict (introduction_id, from_quarter) do update set fits = true, quarters = excluded.quarters;
    v_shown := v_shown + 1;
    exit when v_shown = 6;
    v_next := r.q + 8;
  end loop;
  return null;
end $$;
create trigger drawn after insert or update on appointment_mark for each row execute function app.draw_times();

-- Nobody takes the time that their own side named, changes a time that the other side is about to take, or ends a call as the clock does. Whoever
-- names another time names it for their own side. 55000 says that the call stands elsewhere.
create or replace function app.guard_appointment() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_side public.introduction_side;
begin
  -- The end of an introduction cancels its call: consent is over by then, and no side may write.
  if session_user <> 'lilink_app' or not app.is_open(old.introduction_id) then return new; end if;
  select p.side into v_side from public.introduction_party p where p.introduction_id = old.introduction_id and p.organization_id = app.org();
  if v_side is null or new.state not in ('proposed', 'agreed', 'cancelled')
    or new.state = 'agreed' and v_side = old.side
    or new.state <> 'proposed' and (new.side, new.starts_at, new.ends_at, new.place, new.version)
      is distinct from (old.side, old.starts_at, old.ends_at, old.place, old.version)
    or new.state = 'cancelled' and (new.reason_side is distinct from v_side or length(new.reason) < 3)
    or new.state = 'proposed' and (new.side <> v_side or new.version <> old.version + 1) then
    raise exception 'not a step of this side' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guarded before update on appointment for each row execute function app.guard_appointment();

-- With consent go the hours that were marked, the times that were drawn, and a call that has not begun.
create or replace function app.close_appointments() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.appointment_mark m where m.introduction_id = new.id;
  delete from public.appointment_time t where t.introduction_id = new.id;
  update public.appointment a set state = 'cancelled' where a.introduction_id = new.id and a.state = any (app.open_for('appointment', 'cancel'))
    and a.starts_at > new.ended_at;
  return null;
end $$;
create trigger appointments_closed after update of state on introduction for each row when (new.state = 'ended' and old.state <> 'ended')
  execute function app.close_appointments();

grant execute on function
  app.is_open(uuid),
  app.other_marked(uuid),
  app.times_left(uuid, timestamptz)
to lilink_app;
