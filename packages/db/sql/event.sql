-- Exchanges on site: who comes, whom they want to meet, who meets whom at which table, and what came of it.

-- The events at which the actor's organization is a guest.
create or replace function app.my_events()
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(g.event_id), '{}') from public.event_guest g where g.org_id = app.org() and g.state <> 'withdrawn'
$$;

-- Events with a guest that the actor must stay away from: such an officer does not run them.
create or replace function app.barred_events()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[] := app.barred();
begin
  if v_barred = '{}' then return '{}'; end if;
  return (select coalesce(array_agg(distinct g.event_id), '{}') from public.event_guest g where g.org_id = any (v_barred));
end $$;

-- The published timetables of the events at which the actor's organization is a guest.
create or replace function app.shown_plans()
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(p.id), '{}') from public.event_plan p where p.state = 'published' and p.event_id = any (app.my_events())
$$;

-- The meetings of the actor's organization that have a seat in a published timetable. One without a seat is not told: it would say that
-- the other side is interested.
create or replace function app.my_event_meetings()
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(m.id), '{}') from public.event_meeting m
    where app.org() in (m.first_id, m.second_id)
      and exists (select 1 from public.event_seat s where s.meeting_id = m.id and s.plan_id = any (app.shown_plans()))
$$;

-- The guests whom the actor's organization meets, whose people it may know.
create or replace function app.met_guests()
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct g.id), '{}') from public.event_meeting m join public.event_guest g
    on g.event_id = m.event_id and g.org_id in (m.first_id, m.second_id) where m.id = any (app.my_event_meetings())
$$;

-- Whether an organization is the actor's or of its group.
create or replace function app.of_own_group(p_org uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p_org = app.org() or exists (select 1 from public.organization_profile a join public.organization_profile b on b.group_id = a.group_id
    where a.organization_id = app.org() and b.organization_id = p_org)
$$;

-- How many firms come to an event.
create or replace function app.event_guests(p_event uuid)
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.event_guest g where g.event_id = p_event and g.state <> 'withdrawn'
$$;

-- Guests of an event that compete: who sells the same, by the rule that walls postings. For whoever draws up the timetable.
create or replace function app.event_rivals(p_event uuid)
returns table (one uuid, other uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if session_user = 'lilink_app' and not (app.officer() and p_event <> all (app.barred_events())) then
    raise exception 'not who runs the event' using errcode = '42501';
  end if;
  return query with guest as materialized (
    select g.org_id as id, app.stances_of(g.org_id) as stances from public.event_guest g where g.event_id = p_event
  ), wall as materialized (
    select s.id, s.stances, app.rival_keys(array(select k from unnest(s.stances) k where k like 'offers:%')) as keys from guest s
  )
  select a.id, b.id from wall a join wall b on a.id < b.id where a.stances && b.keys;
end $$;

-- event_guest: its own firm, the other guests, and whoever runs the event
grant select, insert, update (state, most, topics, languages, seen_at) on event_guest to lilink_app;
grant select on event_guest to lilink_worker;
create policy worker on event_guest for select to lilink_worker using (true);
create policy guests on event_guest for select to lilink_app
  using (org_id = (select app.org()) or state <> 'withdrawn' and event_id = any ((select app.my_events())::uuid[]));
create policy officers on event_guest for select to lilink_app
  using ((select app.officer()) and event_id <> all ((select app.barred_events())::uuid[]));
create policy registers on event_guest for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.verified()) and state = 'registered'
    and exists (select 1 from exchange_event e where e.id = event_id and e.state = 'registration'));
create policy changes on event_guest for update to lilink_app
  using (org_id = (select app.org()) and state in ('registered', 'withdrawn')
    and exists (select 1 from exchange_event e where e.id = event_id and e.state in ('registration', 'interest_closed', 'published')))
  with check (org_id = (select app.org()) and seen_at is null
    and (state = 'withdrawn' or state = 'registered' and exists (select 1 from exchange_event e where e.id = event_id and e.state = 'registration')));
create policy receives on event_guest for update to lilink_app
  using ((select app.officer()) and state <> 'withdrawn' and event_id <> all ((select app.barred_events())::uuid[]))
  with check ((select app.officer()) and state <> 'withdrawn');
create trigger state_kept before update of state on event_guest for each row when (old.state is distinct from new.state)
  execute function app.keep_state('event_guest');

-- event_badge: the guest that holds it, and whoever lets guests in
grant select, insert on event_badge to lilink_app;
create policy holders on event_badge for select to lilink_app using (org_id = (select app.org()));
create policy officers on event_badge for select to lilink_app
  using ((select app.officer()) and event_id <> all ((select app.barred_events())::uuid[]));
create policy registers on event_badge for insert to lilink_app
  with check (org_id = (select app.org())
    and exists (select 1 from event_guest g where g.id = guest_id and g.org_id = event_badge.org_id and g.event_id = event_badge.event_id));

-- event_delegate: its own firm, firms that meet it, and whoever runs the event
grant select, insert, delete on event_delegate to lilink_app;
grant select on event_delegate to lilink_worker;
create policy worker on event_delegate for select to lilink_worker using (true);
create policy readers on event_delegate for select to lilink_app
  using (org_id = (select app.org()) or guest_id = any ((select app.met_guests())::uuid[])
    or (select app.officer()) and exists (select 1 from event_guest g where g.id = guest_id and g.event_id <> all ((select app.barred_events())::uuid[])));
create policy names on event_delegate for insert to lilink_app
  with check (org_id = (select app.org()) and exists (select 1 from event_guest g join exchange_event e on e.id = g.event_id
    where g.id = guest_id and g.org_id = (select app.org()) and e.state = 'registration'));
create policy replaces on event_delegate for delete to lilink_app
  using (org_id = (select app.org()) and exists (select 1 from event_guest g join exchange_event e on e.id = g.event_id
    where g.id = guest_id and e.state = 'registration'));

-- event_interest: nobody but the firm that has it; the job that draws up the timetable keeps what is mutual alone
grant select, insert, update (strength, reason, said_at), delete on event_interest to lilink_app;
grant select on event_interest to lilink_worker;
create policy worker on event_interest for select to lilink_worker using (true);
create policy own on event_interest for select to lilink_app using (org_id = (select app.org()));
create policy says on event_interest for insert to lilink_app
  with check (org_id = (select app.org()) and event_id = any ((select app.my_events())::uuid[]) and not app.of_own_group(towards_id)
    and exists (select 1 from exchange_event e where e.id = event_id and e.state = 'registration')
    and exists (select 1 from event_guest g where g.event_id = event_interest.event_id and g.org_id = towards_id));
create policy says_anew on event_interest for update to lilink_app
  using (org_id = (select app.org()) and exists (select 1 from exchange_event e where e.id = event_id and e.state = 'registration'))
  with check (org_id = (select app.org()));
create policy takes_back on event_interest for delete to lilink_app
  using (org_id = (select app.org()) and exists (select 1 from exchange_event e where e.id = event_id and e.state = 'registration'));

-- event_meeting: both sides once it has a published seat, and whoever runs the event
grant select on event_meeting to lilink_app;
grant select, insert, update (value), delete on event_meeting to lilink_worker;
create policy worker on event_meeting to lilink_worker using (true) with check (true);
create policy sides on event_meeting for select to lilink_app using (id = any ((select app.my_event_meetings())::uuid[]));
create policy officers on event_meeting for select to lilink_app
  using ((select app.officer()) and event_id <> all ((select app.barred_events())::uuid[]));

-- event_plan: whoever runs the event; its list of what has no seat is for nobody else
grant select, insert, update (state, published_at) on event_plan to lilink_app;
grant select, update on event_plan to lilink_worker;
create policy worker on event_plan to lilink_worker using (true) with check (true);
create policy officers on event_plan for select to lilink_app
  using ((select app.officer()) and event_id <> all ((select app.barred_events())::uuid[]));
create policy asks on event_plan for insert to lilink_app
  with check ((select app.officer()) and event_id <> all ((select app.barred_events())::uuid[])
    and (state = 'queued' and repairs is null or state = 'draft' and repairs is not null));
create policy decides on event_plan for update to lilink_app
  using ((select app.officer()) and event_id <> all ((select app.barred_events())::uuid[])) with check ((select app.officer()));
create trigger state_kept before update of state on event_plan for each row when (old.state is distinct from new.state)
  execute function app.keep_state('event_plan');

-- event_seat: both sides in the published timetable, and whoever reads the plan
grant select, insert on event_seat to lilink_app;
grant select, insert on event_seat to lilink_worker;
create policy worker on event_seat to lilink_worker using (true) with check (true);
create policy sides on event_seat for select to lilink_app
  using (plan_id = any ((select app.shown_plans())::uuid[]) and meeting_id = any ((select app.my_event_meetings())::uuid[]));
create policy officers on event_seat for select to lilink_app using (exists (select 1 from event_plan p where p.id = plan_id));
create policy repairs on event_seat for insert to lilink_app
  with check (exists (select 1 from event_plan p where p.id = plan_id and p.state = 'draft' and p.repairs is not null));

-- event_outcome: what each side says is its own; sums leave by a function
grant select, insert, update (outcome, reason, said_by, said_at, agreed) on event_outcome to lilink_app;
create policy own on event_outcome to lilink_app using (org_id = (select app.org()))
  with check (org_id = (select app.org()) and meeting_id = any ((select app.my_event_meetings())::uuid[]));

-- What an event came to, in sums: what fewer than five meetings share is left out. Beside it introductions of the products of its guests that
-- were accepted within ninety days of its first day, where both are at least twenty. The day is that of the record: whoever could choose it would
-- learn the introductions of one day from two sums.
create or replace function app.event_yield(p_event uuid)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_on date; v_plan uuid; v_placed integer; v_held integer; v_steps integer; v_online integer; v_online_steps integer;
begin
  if not (app.officer() and p_event <> all (app.barred_events())) and p_event <> all (app.my_events()) then
    raise exception 'neither guest nor host' using errcode = '42501';
  end if;
  select v.starts_on::date into v_on from public.exchange_event e join public.exchange_event_version v on v.record_id = e.id
    and v.version = e.live_version and v.level = 'everyone' where e.id = p_event;
  select p.id into v_plan from public.event_plan p where p.event_id = p_event and p.state = 'published';
  select count(*), count(*) filter (where a.state = 'checked_in' and b.state = 'checked_in') into v_placed, v_held
    from public.event_seat s join public.event_meeting m on m.id = s.meeting_id
    left join public.event_guest a on a.event_id = m.event_id and a.org_id = m.first_id
    left join public.event_guest b on b.event_id = m.event_id and b.org_id = m.second_id where s.plan_id = v_plan;
  select count(distinct l.event_meeting_id) into v_steps from public.ledger_entry l join public.event_meeting m on m.id = l.event_meeting_id
    where m.event_id = p_event and l.state = 'confirmed';
  select count(*), count(*) filter (where exists (select 1 from public.ledger_entry l where l.introduction_id = i.id and l.state = 'confirmed'))
    into v_online, v_online_steps from public.introduction i
    where i.state in ('accepted', 'ended') and i.answered_at between v_on - interval '90 days' and v_on + interval '90 days'
      and exists (select 1 from public.posting_part x where x.posting_id = i.asked_posting_id and x.level = 'everyone'
        and exists (select 1 from public.event_guest g where g.event_id = p_event and x.concept = any (g.topics)));
  return jsonb_build_object('placed', v_placed, 'held', v_held,
    'guests', (select count(*) from public.event_guest g where g.event_id = p_event and g.state <> 'withdrawn'),
    'came', (select count(*) from public.event_guest g where g.event_id = p_event and g.state = 'checked_in'),
    'withStep', case when v_steps >= 5 then v_steps end,
    'online', case when v_online >= 20 and v_held >= 20 and v_online_steps >= 5
      then jsonb_build_object('introductions', v_online, 'withStep', v_online_steps, 'days', 90) end,
    'told', (select count(distinct (o.meeting_id, o.org_id)) from public.event_outcome o join public.event_meeting m on m.id = o.meeting_id
      where m.event_id = p_event));
end $$;

grant execute on function
  app.my_events(),
  app.barred_events(),
  app.shown_plans(),
  app.my_event_meetings(),
  app.met_guests(),
  app.of_own_group(uuid),
  app.event_guests(uuid),
  app.event_yield(uuid)
to lilink_app;
grant execute on function app.event_rivals(uuid) to lilink_app, lilink_worker;
