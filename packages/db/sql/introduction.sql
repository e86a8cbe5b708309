-- Introductions between two organizations: both sides, the messages, and the ledger that both confirm.

-- introduction
grant select, insert, update on introduction to lilink_app;
grant select, update on introduction to lilink_worker;
create policy worker on introduction to lilink_worker using (true) with check (true);
create policy ask on introduction for insert to lilink_app with check ((select app.verified()) and state = 'sent');
create policy party on introduction for select to lilink_app using (id = any ((select app.my_introductions())::uuid[]));
create policy party_edit on introduction for update to lilink_app
  using (id = any ((select app.my_introductions())::uuid[])) with check (id = any ((select app.my_introductions())::uuid[]));

-- introduction_party
grant select on introduction_party to lilink_app;
grant update (contact_person_id, contact_name, contact_email, contact_phone) on introduction_party to lilink_app;
grant select on introduction_party to lilink_worker;
create policy worker on introduction_party to lilink_worker using (true) with check (true);
create policy own_contact on introduction_party for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
create policy own_or_open on introduction_party for select to lilink_app
  using (organization_id = (select app.org()) or introduction_id = any ((select app.open_introductions())::uuid[]));

-- introduction_rivalry: no role has a grant; the functions of this file read and write it.

-- introduction_message
grant select, insert, update on introduction_message to lilink_app;
grant select on introduction_message to lilink_worker;
create policy worker on introduction_message to lilink_worker using (true) with check (true);
create policy open_thread on introduction_message for select to lilink_app using (introduction_id = any ((select app.open_introductions())::uuid[]));
create policy own_message on introduction_message for insert to lilink_app
  with check (organization_id = (select app.org()) and advised_by is null and introduction_id = any ((select app.open_introductions())::uuid[]));
-- The thread: an adviser reads what was written while it is in, and writes for its client's side. What was said before stays between the two sides.
create policy adviser_reads on introduction_message for select to lilink_app
  using (exists (select 1 from app.accompanied() a where a.introduction_id = introduction_message.introduction_id and a.let_in_at <= introduction_message.created_at));
create policy adviser_writes on introduction_message for insert to lilink_app
  with check (person_id = (select app.person()) and files = '[]'::jsonb and exists (select 1 from app.accompanied() a where a.id = advised_by
    and a.introduction_id = introduction_message.introduction_id and a.client_id = organization_id and a.side = introduction_message.side));

-- ledger_entry
grant select, insert, update on ledger_entry to lilink_app;
grant select on ledger_entry to lilink_worker;
create policy worker on ledger_entry to lilink_worker using (true) with check (true);
create policy open_ledger on ledger_entry to lilink_app
  using (introduction_id = any ((select app.open_introductions())::uuid[]))
  with check (introduction_id = any ((select app.open_introductions())::uuid[]));
create policy event_ledger on ledger_entry to lilink_app
  using (event_meeting_id = any ((select app.my_event_meetings())::uuid[]))
  with check (event_meeting_id = any ((select app.my_event_meetings())::uuid[]));

-- Writes both sides of an introduction for a verified organization: it asks for a posting, or for an achievement that is offered. Refuses
-- what is the asker's own, what is not live, a second open request, a fourth within thirty days, and beside a posting any achievement
-- but an offered one of the asker. Records whether the asker competes, by all bodies of the person. [AC8]
create or replace function app.add_parties(p_introduction uuid, p_name text, p_email text, p_phone text)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare i public.introduction; v_asked uuid; v_asking uuid; v_owner uuid;
begin
  select * into i from public.introduction where id = p_introduction and state = 'sent'
    and not exists (select 1 from public.introduction_party p where p.introduction_id = p_introduction);
  if i.id is null or app.org() is null or not app.verified() then return 'NOT_FOUND'; end if;
  if app.of_several() then raise exception 'asks for one body, belongs to others' using errcode = '42501'; end if;
  if i.achievement_id is not null then
    select a.organization_id into v_owner from public.achievement a where a.id = i.achievement_id and a.state = 'offered';
    if v_owner is null then return 'NOT_FOUND'; end if;
  end if;
  if i.asked_posting_id is null then
    select o.id into v_asked from public.organization o where o.id = v_owner and o.status = 'verified';
  else
    if v_owner is distinct from app.org() and i.achievement_id is not null then return 'NOT_FOUND'; end if;
    select h.organization_id into v_asked from public.posting_head h join public.organization o on o.id = h.organization_id and o.status = 'verified'
      where h.posting_id = i.asked_posting_id and h.state = 'published' and (i.achievement_id is null or h.kind = 'need');
  end if;
  if v_asked is null then return 'NOT_FOUND'; end if;
  if v_asked = app.org() then return 'WRONG_STATE'; end if;
  if i.asking_posting_id is not null then
    select organization_id into v_asking from public.posting_head where posting_id = i.asking_posting_id and state = 'published';
    if v_asking is distinct from app.org() then return 'NOT_FOUND'; end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(app.org()::text || coalesce(i.asked_posting_id, i.achievement_id)::text, 7));
  if exists (select 1 from app.asked_before(i) j where j.state in ('sent', 'accepted')) then return 'CONFLICT'; end if;
  if (select count(*) from app.asked_before(i) j where j.sent_at > i.sent_at - interval '30 days') >= 3 then return 'LIMIT_REACHED'; end if;
  insert into public.introduction_party (introduction_id, side, organization_id, contact_person_id, contact_name, contact_email, contact_phone)
    values (i.id, 'asking', app.org(), app.person(), p_name, p_email, p_phone), (i.id, 'asked', v_asked, null, null, null, null);
  -- An achievement has no wall: who sells a product that its owner sells competes with it.
  insert into public.introduction_rivalry (introduction_id, competes)
    values (i.id, case when i.asked_posting_id is null
      then exists (select 1 from unnest(app.stances_of(v_asked)) k where k like 'offers:%' and k not like 'offers:link:%' and k = any (app.stances()))
      else exists (select 1 from public.posting_part x where x.posting_id = i.asked_posting_id
        and x.state in ('live', 'ended') and x.wall_keys && app.stances()) end);
  return null;
end $$;

-- What the actor's organization asked before about the same posting or, without one, about the same achievement.
create or replace function app.asked_before(i public.introduction)
returns setof public.introduction language sql stable security definer set search_path = pg_catalog, public as $$
  select j.* from public.introduction j join public.introduction_party p on p.introduction_id = j.id and p.side = 'asking'
    where p.organization_id = app.org() and j.id <> i.id
      and case when i.asked_posting_id is null then j.asked_posting_id is null and j.achievement_id = i.achievement_id
        else j.asked_posting_id = i.asked_posting_id end
$$;

-- Gives each side of an accepted introduction consent to the other side's posting.
create or replace function app.open_consent(p_introduction uuid, p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.consent (posting_id, organization_id, introduction_id, since)
  select x.posting_id, x.organization_id, i.id, p_now
  from public.introduction i
  join public.introduction_party me on me.introduction_id = i.id and me.organization_id = app.org()
  cross join lateral (
    select i.asked_posting_id as posting_id, p.organization_id from public.introduction_party p where p.introduction_id = i.id and p.side = 'asking'
    union all
    select i.asking_posting_id, p.organization_id from public.introduction_party p where p.introduction_id = i.id and p.side = 'asked'
  ) x
  where i.id = p_introduction and i.state = 'accepted' and x.posting_id is not null
  on conflict do nothing
$$;

create or replace function app.close_consent(p_introduction uuid, p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  update public.consent c set until = p_now
  where c.introduction_id = p_introduction and c.until is null
    and exists (select 1 from public.introduction i where i.id = p_introduction and i.state = 'ended')
    and exists (select 1 from public.introduction_party p where p.introduction_id = p_introduction and p.organization_id = app.org())
$$;

-- The introductions of the actor's organization. A person of several bodies gets only open ones: an unanswered request would
-- reveal the owner of a posting without a name.
create or replace function app.my_introductions()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if app.other_bodies() <> '{}' then return app.open_introductions(); end if;
  return (select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p where p.organization_id = app.org());
end $$;

-- Accepted or ended introductions, without those whose other side is barred for the actor.
create or replace function app.open_introductions()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[] := '{}';
begin
  if app.other_bodies() <> '{}' then v_barred := app.barred(); end if;
  return (select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p
    join public.introduction i on i.id = p.introduction_id
    where p.organization_id = app.org() and i.state in ('accepted', 'ended')
      and (v_barred = '{}' or not exists (select 1 from public.introduction_party them
        where them.introduction_id = i.id and them.side <> p.side and them.organization_id = any (v_barred))));
end $$;

-- Whether the asker competes, as recorded when the request was sent. A request without a record counts as a competitor's.
create or replace function app.asker_competes(p_introduction uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(r.competes, true) from public.introduction i
    join public.introduction_party me on me.introduction_id = i.id and me.side = 'asked' and me.organization_id = app.org()
    left join public.introduction_rivalry r on r.introduction_id = i.id
    where i.id = p_introduction and i.state in ('sent', 'accepted')
$$;

-- Which side may take which step, whatever statement the app sends. No side gives the other's consent.
create or replace function app.guard_introduction()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user <> 'lilink_app' then return new; end if;
  if (new.id, new.public_id, new.sent_at, new.due_at, new.aim, new.message)
      is distinct from (old.id, old.public_id, old.sent_at, old.due_at, old.aim, old.message)
    or (new.asked_posting_id, new.asking_posting_id, new.achievement_id)
      is distinct from (old.asked_posting_id, old.asking_posting_id, old.achievement_id)
    or new.state is distinct from old.state and not exists (select 1 from public.introduction_party p
      join public.machine_step s on s.machine = 'introduction' and s.from_state = old.state::text and s.to_state = new.state::text
        and s.who in ('party', case p.side when 'asked' then 'asked' else 'asker' end)
      where p.introduction_id = new.id and p.organization_id = app.org()) then
    raise exception 'not a step of this side' using errcode = '42501';
  end if;
  return new;
end $$;

-- One side proposes an entry of the ledger, the other confirms or disputes it. A step changes only the state.
create or replace function app.guard_entry()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user <> 'lilink_app' then return new; end if;
  if not exists (select 1 from (
        select p.side, p.organization_id from public.introduction_party p where p.introduction_id = new.introduction_id
        union all select s.side::introduction_side, s.id from public.event_meeting m,
          lateral (values ('asking', m.first_id), ('asked', m.second_id)) s(side, id) where m.id = new.event_meeting_id) p
      where p.organization_id = app.org()
      and case when tg_op = 'INSERT' then new.state = 'proposed' and p.side = new.proposed_side
        when new.state in ('confirmed', 'disputed') then old.state = 'proposed' and p.side <> old.proposed_side
        else old.state = 'proposed' and new.state = 'retracted' and p.side = old.proposed_side end)
    or tg_op = 'UPDATE' and (to_jsonb(new) - array['state', 'confirmed_by', 'decided_at'])
      is distinct from (to_jsonb(old) - array['state', 'confirmed_by', 'decided_at']) then
    raise exception 'not a step of this side' using errcode = '42501';
  end if;
  return new;
end $$;

-- How an organization answered requests in the twelve months to p_until, in bands and never in counts: who asks cannot work out
-- another's request from it. Nothing below ten answered or overdue requests of three askers. [OR13]
create or replace function app.answer_habit(p_organization uuid, p_until timestamptz)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_requests integer; v_askers integer; v_share float8; v_days float8;
begin
  if not app.reads_members() then return null; end if;
  select count(*), count(distinct asking.organization_id), avg((i.answered_at is not null)::int),
      percentile_cont(0.5) within group (order by extract(epoch from i.answered_at - i.sent_at) / 86400) filter (where i.answered_at is not null)
    into v_requests, v_askers, v_share, v_days
    from public.introduction i
    join public.introduction_party asked on asked.introduction_id = i.id and asked.side = 'asked' and asked.organization_id = p_organization
    join public.introduction_party asking on asking.introduction_id = i.id and asking.side = 'asking'
    where i.sent_at >= p_until - interval '12 months' and i.due_at < p_until and i.state <> 'withdrawn';
  if v_requests < 10 or v_askers < 3 then return null; end if;
  return jsonb_build_object(
    'share', case when v_share >= 0.9 then 'nearlyAll' when v_share >= 0.6 then 'most' when v_share >= 0.3 then 'some' else 'few' end,
    'days', case when v_days is null then null when v_days <= 2 then 2 when v_days <= 5 then 5 when v_days <= 10 then 10 else 99 end);
end $$;

grant execute on function
  app.add_parties(uuid, text, text, text),
  app.open_consent(uuid, timestamptz),
  app.close_consent(uuid, timestamptz),
  app.my_introductions(),
  app.open_introductions()
to lilink_app, lilink_worker;
grant execute on function
  app.asker_competes(uuid),
  app.answer_habit(uuid, timestamptz)
to lilink_app;
create trigger introduction_guarded before update on introduction for each row
  execute function app.guard_introduction();
create trigger ledger_entry_guarded before insert or update on ledger_entry for each row
  execute function app.guard_entry();
