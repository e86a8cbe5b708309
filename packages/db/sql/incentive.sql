-- Incentive programmes: the terms by which claims are judged, claims, and a budget that no number of claims at once can pass.

-- incentive_terms: who may claim is for everybody
grant select, insert on incentive_terms to lilink_app;
create policy everyone on incentive_terms for select to lilink_app using (true);
create policy officer_sets on incentive_terms for insert to lilink_app with check ((select app.officer()) and set_by = (select app.person()));

-- incentive_claim: its body and officers who need not stay away from it
grant select, insert, update (state, code, reason, checked_by, decided_by, decided_at) on incentive_claim to lilink_app;
create policy readers on incentive_claim for select to lilink_app
  using (org_id = (select app.org()) or (select app.officer()) and org_id <> all ((select app.barred())::uuid[]));
create policy claims on incentive_claim for insert to lilink_app
  with check (org_id = (select app.org()) and state = 'submitted' and app.verified()
    and exists (select 1 from incentive_programme h where h.id = programme_id and h.state = 'open'));
create policy withdraws on incentive_claim for update to lilink_app
  using (org_id = (select app.org()) and state in ('submitted', 'checked')) with check (org_id = (select app.org()) and state = 'withdrawn');
create policy decides on incentive_claim for update to lilink_app
  using ((select app.officer()) and org_id <> all ((select app.barred())::uuid[]) and not app.belongs(org_id))
  with check ((select app.officer()) and decided_by = (select app.person()) and state <> 'withdrawn'
    and (state <> 'granted' or checked_by is distinct from decided_by));
create trigger state_kept before update of state on incentive_claim for each row when (old.state is distinct from new.state)
  execute function app.keep_state('incentive_claim');

-- What a programme has: its budget as the live version says it, what is bound (reserved or paid) and what of it is paid, and behind how many bodies each stands.
create or replace function app.incentive_sums(p_programme uuid)
returns table (budget numeric, bound numeric, paid numeric, taken_back numeric, bound_bodies bigint, paid_bodies bigint, back_bodies bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select v.budget_value from public.incentive_programme h join public.incentive_programme_version v on v.record_id = h.id
      and v.version = h.live_version and v.level = 'everyone' where h.id = p_programme), 0),
    coalesce(sum(c.amount) filter (where c.state in ('checked', 'granted', 'paid')), 0),
    coalesce(sum(c.amount) filter (where c.state = 'paid'), 0),
    coalesce(sum(c.amount) filter (where c.state = 'clawed_back'), 0),
    count(distinct c.org_id) filter (where c.state in ('checked', 'granted', 'paid')),
    count(distinct c.org_id) filter (where c.state = 'paid'),
    count(distinct c.org_id) filter (where c.state = 'clawed_back')
  from public.incentive_claim c where c.programme_id = p_programme
$$;

-- Officers who need not stay away from any claim of a programme read its sums as they are.
create or replace function app.reads_incentive(p_programme uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() and not exists (select 1 from public.incentive_claim c where c.programme_id = p_programme and c.org_id = any (app.barred()))
$$;

-- The sums as the reader may know them. Others read a sum once three bodies stand behind it, to the nearest twentieth of the budget: what one more claim
-- adds cannot be read from two days.
create or replace function app.incentive_money(p_programme uuid)
returns table (budget numeric, bound numeric, paid numeric, taken_back numeric, exact boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.budget,
    case when r.exact then s.bound when s.bound_bodies >= 3 then round(s.bound * 20 / nullif(s.budget, 0)) * s.budget / 20 end,
    case when r.exact then s.paid when s.paid_bodies >= 3 then round(s.paid * 20 / nullif(s.budget, 0)) * s.budget / 20 end,
    case when r.exact then s.taken_back when s.back_bodies >= 3 then round(s.taken_back * 20 / nullif(s.budget, 0)) * s.budget / 20 end,
    r.exact
  from app.incentive_sums(p_programme) s, app.reads_incentive(p_programme) r (exact)
$$;

-- Checks of one programme wait for each other; what is reserved and paid stays within the budget. 23514 says that it would not.
create or replace function app.keep_incentive_budget() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('incentive:' || new.programme_id::text, 0));
  if exists (select 1 from app.incentive_sums(new.programme_id) s where s.bound + new.amount > s.budget)
    then raise exception 'the budget is spent' using errcode = '23514', constraint = 'incentive_claim_budget'; end if;
  return new;
end $$;
create trigger budget before update of state on incentive_claim for each row
  when (new.state = 'checked' and old.state = 'submitted') execute function app.keep_incentive_budget();

-- How many claims were granted, and refusals by their code: for everybody, each once three bodies stand behind it. How many are not told is not told either.
create or replace function app.incentive_counts(p_programme uuid)
returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
  select (select case when app.reads_incentive(p_programme) or count(distinct c.org_id) >= 3
        then jsonb_build_object('granted', count(*), 'bodies', count(distinct c.org_id)) else jsonb_build_object('granted', null, 'bodies', null) end
      from public.incentive_claim c where c.programme_id = p_programme and c.state in ('granted', 'paid'))
    || jsonb_build_object('refused', coalesce((select jsonb_object_agg(code, n) from (select c.code, count(*) as n from public.incentive_claim c
      where c.programme_id = p_programme and c.state = 'refused' group by c.code having count(distinct c.org_id) >= 3) told), '{}'::jsonb))
$$;

-- What a body claimed before, for the terms that ask it: claims on this programme that stand, and whether money of any was taken back.
create or replace function app.incentive_record(p_programme uuid)
returns table (earlier integer, took_back boolean) language sql stable security definer set search_path = pg_catalog, public as $$
  select (count(*) filter (where c.programme_id = p_programme and c.state not in ('refused', 'withdrawn')))::int, coalesce(bool_or(c.state = 'clawed_back'), false)
    from public.incentive_claim c where c.org_id = app.org()
$$;

grant execute on function app.incentive_money(uuid), app.incentive_counts(uuid), app.incentive_record(uuid) to lilink_app;
