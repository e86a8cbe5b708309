-- The fund: applications, their opening, reviewers and reviews, the panel, awards, payments, plans.

grant select on fund_application, fund_partner, fund_opening, fund_reviewer, fund_paper, fund_assignment, fund_review, fund_panel,
  fund_award, fund_payment, fund_plan_event to lilink_app, lilink_worker;

-- A call as it is live: its state, its days and its money. Nobody else reads the tables of the register here.
create or replace function app.fund_call(p_call uuid)
returns table (state text, opens_at timestamptz, closes_at timestamptz, budget numeric, reviews integer)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select h.state::text, v.opens_on::date::timestamp at time zone 'Asia/Shanghai',
      (v.closes_on::date + 1)::timestamp at time zone 'Asia/Shanghai', v.budget_value::numeric, v.reviews::integer
    from public.fund_call h join public.fund_call_version v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
    where h.id = p_call;
end $$;

-- Every organization of a consortium.
create or replace function app.fund_bodies(p_application uuid)
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select array(select a.org_id from public.fund_application a where a.id = p_application
    union select p.org_id from public.fund_partner p where p.application_id = p_application)
$$;

-- Whether the actor stands in the consortium.
create or replace function app.fund_joins(p_application uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.org() is not null and app.org() = any (app.fund_bodies(p_application))
$$;

-- Whether the actor is an officer who may know the application: it lay there when its call was opened, and no body of it is to be stayed away
-- from. What was withdrawn before the opening stays sealed.
create or replace function app.fund_keeps(p_application uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() and exists (select 1 from public.fund_application a join public.fund_opening o on o.call_id = a.call_id
    where a.id = p_application and a.submitted_at is not null and a.state <> 'draft' and (a.state <> 'withdrawn' or a.saved_at >= o.opened_at))
    and not app.fund_bodies(p_application) && app.barred()
$$;

-- Whether the actor reviews the application, now or before.
create or replace function app.fund_reviews(p_application uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.fund_review r where r.application_id = p_application and r.person_id = app.person()
    and r.state in ('assigned', 'submitted'))
$$;

-- fund_application: its consortium; after the opening officers, and who reviews it
grant insert, update on fund_application to lilink_app;
create policy worker on fund_application to lilink_worker using (true);
create policy consortium on fund_application for select to lilink_app
  using (org_id = (select app.org()) or app.fund_joins(id) or ((select app.officer()) and app.fund_keeps(id)) or app.fund_reviews(id));
create policy makes on fund_application for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.verified()) and state = 'draft' and submitted_at is null);
create policy keeps on fund_application for update to lilink_app using (org_id = (select app.org()))
  with check (org_id = (select app.org()) and state in ('draft', 'submitted', 'withdrawn', 'appealed'));
create policy decides on fund_application for update to lilink_app using ((select app.officer()) and app.fund_keeps(id))
  with check ((select app.officer()) and state not in ('draft', 'submitted', 'withdrawn', 'appealed'));
create trigger state_kept before update of state on fund_application for each row when (old.state is distinct from new.state)
  execute function app.keep_state('fund_application');

-- What is handed in stays as it was; it is handed in while the call is open and before it was opened, whoever sends the statement.
create or replace function app.keep_application() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_call record;
begin
  if session_user not in ('lilink_app', 'lilink_worker') then return new; end if;
  if (new.id, new.public_id, new.call_id, new.org_id, new.created_at) is distinct from (old.id, old.public_id, old.call_id, old.org_id, old.created_at)
    then raise exception 'an application keeps what it is' using errcode = '42501'; end if;
  if old.state <> 'draft' and (new.leader, new.team, new.title, new.abstract, new.body, new.asked, new.months, new.share)
      is distinct from (old.leader, old.team, old.title, old.abstract, old.body, old.asked, old.months, old.share)
    then raise exception 'what is handed in stays' using errcode = '42501'; end if;
  if new.org_id = app.org() and not app.officer() and (new.codes, new.rules, new.reason, new.judged_at)
      is distinct from (old.codes, old.rules, old.reason, old.judged_at)
    then raise exception 'officers judge' using errcode = '42501'; end if;
  if (new.appeal, new.appealed_at) is distinct from (old.appeal, old.appealed_at) and (new.org_id is distinct from app.org() or new.state <> 'appealed' or old.appeal is not null)
    then raise exception 'its lead appeals, once' using errcode = '42501'; end if;
  if new.state in ('draft', 'submitted') and (old.state <> new.state or old.submitted_at is distinct from new.submitted_at) then
    perform pg_advisory_xact_lock_shared(hashtextextended('fund:' || new.call_id::text, 0));
    select * into v_call from app.fund_call(new.call_id);
    if v_call.state is distinct from 'published' or exists (select 1 from public.fund_opening o where o.call_id = new.call_id)
      or new.saved_at >= v_call.closes_at or new.saved_at < v_call.opens_at
      or new.state = 'submitted' and new.submitted_at is distinct from new.saved_at
      then raise exception 'the call is not open' using errcode = '42501'; end if;
  end if;
  return new;
end $$;
create trigger kept before update on fund_application for each row execute function app.keep_application();

-- Whether the own application is still a draft, so that its partners may change.
create or replace function app.fund_drafts(p_application uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.fund_application a where a.id = p_application and a.org_id = app.org() and a.state = 'draft')
$$;

-- fund_partner: whoever knows the application; the lead names partners, each agrees for itself
grant insert, delete, update (share, agreed_at) on fund_partner to lilink_app;
create policy worker on fund_partner for select to lilink_worker using (true);
create policy consortium on fund_partner for select to lilink_app
  using (org_id = (select app.org()) or exists (select 1 from fund_application a where a.id = application_id));
create policy names on fund_partner for insert to lilink_app with check (app.fund_drafts(application_id) and agreed_at is null and org_id <> (select app.org()));
create policy drops on fund_partner for delete to lilink_app using (app.fund_drafts(application_id));
create policy agrees on fund_partner for update to lilink_app using (org_id = (select app.org())) with check (org_id = (select app.org()));

-- A share is agreed as it stands.
create or replace function app.keep_share() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.share <> old.share then raise exception 'a share is agreed as it stands' using errcode = '42501'; end if;
  return new;
end $$;
create trigger kept before update on fund_partner for each row execute function app.keep_share();

-- fund_opening: made by app.open_call alone; when a call was opened is no secret
create policy worker on fund_opening for select to lilink_worker using (true);
create policy everyone on fund_opening for select to lilink_app using (true);

-- Opens a call after its close: from here on officers read what was handed in, and nothing more comes in. Null where it is too early.
create or replace function app.open_call(p_call uuid, p_now timestamptz)
returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_call record; v_count integer; v_hash text;
begin
  if not app.officer() then raise exception 'officers open' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('fund:' || p_call::text, 0));
  select * into v_call from app.fund_call(p_call);
  if v_call.state is distinct from 'published' or p_now < v_call.closes_at or p_now > clock_timestamp() + interval '1 minute' then return null; end if;
  select count(*)::integer, encode(sha256(convert_to(coalesce(string_agg(a.public_id || ' ' || extract(epoch from a.submitted_at)::text || ' '
      || encode(sha256(convert_to(a.title || a.abstract || a.body || coalesce(a.asked::text, ''), 'UTF8')), 'hex'), e'\n' order by a.public_id), ''), 'UTF8')), 'hex')
    into v_count, v_hash from public.fund_application a where a.call_id = p_call and a.state = 'submitted';
  insert into public.fund_opening (call_id, opened_at, opened_by, count, hash) values (p_call, p_now, app.person(), v_count, v_hash)
    on conflict (call_id) do nothing;
  return case when found then v_count end;
end $$;
grant execute on function app.open_call(uuid, timestamptz) to lilink_app;

-- How many other applications to the call a body of this consortium stands in: a count, for the check of officers.
create or replace function app.fund_entries(p_application uuid)
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(distinct o.id)::integer from public.fund_application a join public.fund_application o on o.call_id = a.call_id and o.id <> a.id
    where a.id = p_application and app.fund_keeps(a.id) and o.state not in ('draft', 'withdrawn')
      and app.fund_bodies(o.id) && app.fund_bodies(a.id)
$$;
grant execute on function app.fund_entries(uuid) to lilink_app;

-- fund_reviewer, fund_paper: the person, and officers
grant insert, update on fund_reviewer to lilink_app;
create policy worker on fund_reviewer for select to lilink_worker using (true);
create policy readers on fund_reviewer for select to lilink_app using (person_id = (select app.person()) or (select app.officer()));
create policy enrols on fund_reviewer for insert to lilink_app with check (person_id = (select app.person()) and (select app.verified()));
create policy keeps on fund_reviewer for update to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
grant insert, delete on fund_paper to lilink_app;
create policy worker on fund_paper for select to lilink_worker using (true);
create policy readers on fund_paper for select to lilink_app using (person_id = (select app.person()) or (select app.officer()));
create policy adds on fund_paper for insert to lilink_app with check (person_id = (select app.person()));
create policy drops on fund_paper for delete to lilink_app using (person_id = (select app.person()));

-- fund_assignment: officers ask, the worker answers
grant insert on fund_assignment to lilink_app;
grant update (ended_at, result) on fund_assignment to lilink_worker;
create policy worker on fund_assignment to lilink_worker using (true) with check (true);
create policy officers on fund_assignment for select to lilink_app using ((select app.officer()));
create policy asks on fund_assignment for insert to lilink_app
  with check ((select app.officer()) and asked_by = (select app.person()) and ended_at is null and result is null);

-- fund_review: the reviewer, and officers who know the application; the worker assigns
grant update (state, scores, confidence, words, note, reason, ended_at) on fund_review to lilink_app;
grant insert on fund_review to lilink_worker;
create policy worker on fund_review to lilink_worker using (true) with check (true);
create policy readers on fund_review for select to lilink_app
  using (person_id = (select app.person()) or ((select app.officer()) and app.fund_keeps(application_id)));
create policy answers on fund_review for update to lilink_app using (person_id = (select app.person()) and state = 'assigned')
  with check (person_id = (select app.person()) and state in ('submitted', 'declined', 'recused'));
create trigger state_kept before update of state on fund_review for each row when (old.state is distinct from new.state)
  execute function app.keep_state('fund_review');

-- What others found, for a reviewer whose own review is in: figures and words without names.
create or replace function app.fund_others(p_application uuid)
returns table (scores integer[], confidence integer, words text) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.scores, r.confidence, r.words from public.fund_review r
  where r.application_id = p_application and r.state = 'submitted' and r.person_id <> app.person()
    and exists (select 1 from public.fund_review own where own.application_id = p_application and own.person_id = app.person() and own.state = 'submitted')
  order by md5(r.public_id)
$$;

-- What reviewers wrote to the leader, once the panel has ranked: words alone, in no order that tells who.
create or replace function app.fund_words(p_application uuid)
returns table (words text) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.words from public.fund_review r join public.fund_application a on a.id = r.application_id
  where r.application_id = p_application and r.state = 'submitted' and app.fund_joins(a.id)
    and a.state in ('recommended', 'reserve', 'not_recommended', 'awarded', 'declined')
  order by md5(r.public_id)
$$;
grant execute on function
  app.fund_others(uuid),
  app.fund_words(uuid),
  app.fund_joins(uuid),
  app.fund_keeps(uuid),
  app.fund_reviews(uuid),
  app.fund_drafts(uuid)
to lilink_app;

-- fund_panel: officers; kept as it was left
grant insert on fund_panel to lilink_app;
create policy worker on fund_panel for select to lilink_worker using (true);
create policy officers on fund_panel for select to lilink_app using ((select app.officer()));
create policy leaves on fund_panel for insert to lilink_app with check ((select app.officer()) and decided_by = (select app.person())
  and exists (select 1 from fund_opening o where o.call_id = fund_panel.call_id));

-- fund_award: what public money is for is public; never more than the budget, however many ask at once
grant insert, update (state) on fund_award to lilink_app;
create policy worker on fund_award for select to lilink_worker using (true);
create policy everyone on fund_award for select to lilink_app using (true);
create policy awards on fund_award for insert to lilink_app with check ((select app.officer()) and awarded_by = (select app.person()) and state = 'active'
  and app.fund_keeps(application_id));
create policy ends on fund_award for update to lilink_app using ((select app.officer()) and org_id <> all ((select app.barred())::uuid[]))
  with check ((select app.officer()));
create trigger state_kept before update of state on fund_award for each row when (old.state is distinct from new.state)
  execute function app.keep_state('fund_award');

-- What is committed by call: the amount of an award while it runs, afterwards what was paid or waits to be released. Of one call, or of all.
create or replace function app.fund_committed_by_call(p_call uuid)
returns table (call_id uuid, committed numeric) language sql stable security definer set search_path = pg_catalog, public as $$
  select a.call_id, sum(case when a.state = 'active' then a.amount
    else (select coalesce(sum(p.amount), 0) from public.fund_payment p where p.award_id = a.id and p.state <> 'cancelled') end)
  from public.fund_award a
  where p_call is null or a.call_id = p_call group by 1
$$;
grant execute on function app.fund_committed_by_call(uuid) to lilink_app, lilink_worker;
create or replace function app.fund_committed(p_call uuid)
returns numeric language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select c.committed from app.fund_committed_by_call(p_call) c), 0)
$$;
grant execute on function app.fund_committed(uuid) to lilink_app, lilink_worker;

-- Awards of one call wait for each other; the sum stays within the budget. 23514 says that it would not.
create or replace function app.keep_budget() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('fund:' || new.call_id::text, 0));
  if not exists (select 1 from public.fund_application a where a.id = new.application_id and a.call_id = new.call_id and a.org_id = new.org_id)
    then raise exception 'another application' using errcode = '42501'; end if;
  if app.fund_committed(new.call_id) + new.amount > coalesce((select c.budget from app.fund_call(new.call_id) c), 0)
    then raise exception 'the budget is spent' using errcode = '23514', constraint = 'fund_award_budget'; end if;
  return new;
end $$;
create trigger budget before insert on fund_award for each row execute function app.keep_budget();

-- fund_payment: officers and whom it pays
grant insert, update (state, ended_by, ended_at, paid_on) on fund_payment to lilink_app;
create policy worker on fund_payment for select to lilink_worker using (true);
create policy readers on fund_payment for select to lilink_app using ((select app.officer())
  or exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org())));
create policy orders on fund_payment for insert to lilink_app with check ((select app.officer()) and ordered_by = (select app.person()) and state = 'ordered'
  and exists (select 1 from fund_award a where a.id = award_id and a.state = 'active' and a.org_id <> all ((select app.barred())::uuid[])));
create policy ends on fund_payment for update to lilink_app using ((select app.officer()) and state = 'ordered'
    and exists (select 1 from fund_award a where a.id = award_id and a.org_id <> all ((select app.barred())::uuid[])))
  with check ((select app.officer()) and ended_by = (select app.person()));
create trigger state_kept before update of state on fund_payment for each row when (old.state is distinct from new.state)
  execute function app.keep_state('fund_payment');

-- Payments of one award wait for each other and for its end; ordered and paid together stay within what was committed.
create or replace function app.keep_commitment() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_award record;
begin
  perform pg_advisory_xact_lock(hashtextextended('award:' || new.award_id::text, 0));
  select a.amount, a.state into v_award from public.fund_award a where a.id = new.award_id for share;
  if v_award.state is distinct from 'active' then raise exception 'it has ended' using errcode = '42501'; end if;
  if (select coalesce(sum(p.amount), 0) from public.fund_payment p where p.award_id = new.award_id and p.state <> 'cancelled') + new.amount > v_award.amount
    then raise exception 'more than was committed' using errcode = '23514', constraint = 'fund_payment_commitment'; end if;
  return new;
end $$;
create trigger commitment before insert on fund_payment for each row execute function app.keep_commitment();

-- What was paid for each award by year, as "year,sum,year,sum", and when last: sums for everybody, without orders and names. Of one award, whose
-- id is both ends, or of all between two ids: the index has them in this order.
create or replace function app.fund_paid(p_from uuid, p_to uuid)
returns table (award_id uuid, years text, last_on date) language sql stable security definer set search_path = pg_catalog, public as $$
  select y.award_id, string_agg(y.year || ',' || y.paid, ',' order by y.year), max(y.last_on) from (
    select p.award_id, date_part('year', p.paid_on) as year, sum(p.amount) as paid, max(p.paid_on) as last_on
    from public.fund_payment p where p.state = 'paid' and p.award_id between p_from and p_to group by 1, 2) y group by 1
$$;
grant execute on function app.fund_paid(uuid, uuid) to lilink_app;

-- fund_plan_event: everybody sees when a project is looked at; its leader and officers write
grant insert on fund_plan_event to lilink_app;
create policy worker on fund_plan_event for select to lilink_worker using (true);
create policy everyone on fund_plan_event for select to lilink_app using (true);
create policy writes on fund_plan_event for insert to lilink_app with check (by_id = (select app.person()) and exists (select 1 from fund_award a
  where a.id = award_id and (a.org_id = (select app.org()) and event ->> 'kind' in ('move', 'early')
    or (select app.officer()) and a.org_id <> all ((select app.barred())::uuid[]) and event ->> 'kind' in ('check', 'done'))));
