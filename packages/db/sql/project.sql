-- Projects of the fund: milestones, outputs with who made them, and the ladder of readiness.

-- fund_milestone: what public money promised is public; the project plans, somebody outside confirms
grant select on fund_milestone, fund_milestone_after, fund_milestone_change, fund_output, fund_contributor, fund_maturity to lilink_app, lilink_worker;
grant insert, update (due_on, moves, state, ended_on, reason, verified_by, verified_org, short_days, likely_days, long_days) on fund_milestone to lilink_app;
create policy worker on fund_milestone for select to lilink_worker using (true);
create policy everyone on fund_milestone for select to lilink_app using (true);
create policy plans on fund_milestone for insert to lilink_app with check (state = 'planned' and baseline_on = due_on and moves = 0
  and exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org()) and a.state = 'active'));
create policy leads on fund_milestone for update to lilink_app
  using (exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org())))
  with check (exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org())
    and (fund_milestone.state <> 'reached' or a.research_class = 'basic')));
create policy confirms on fund_milestone for update to lilink_app
  using (exists (select 1 from fund_award a where a.id = award_id and a.org_id <> (select app.org())
    and ((select app.officer()) and a.org_id <> all ((select app.barred())::uuid[]) or app.fund_joins(a.application_id))))
  with check (state in ('reached', 'planned') and (state <> 'reached' or verified_by = (select app.person()) and verified_org = (select app.org())));
create trigger state_kept before update of state on fund_milestone for each row when (old.state is distinct from new.state)
  execute function app.keep_state('fund_milestone');

-- An end is an end, and whoever confirms plans nothing anew. What was missed is planned again by its project alone, for another day.
create or replace function app.keep_milestone() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if session_user not in ('lilink_app', 'lilink_worker') then return new; end if;
  if old.state in ('reached', 'dropped') or old.state = 'missed' and (new.state <> 'planned' or new.due_on = old.due_on or new.ended_on is not null)
    then raise exception 'it has ended' using errcode = '42501'; end if;
  if (new.short_days, new.likely_days, new.long_days) is distinct from (old.short_days, old.likely_days, old.long_days) and (new.state <> 'planned'
      or not exists (select 1 from fund_award a where a.id = old.award_id and a.org_id = app.org()))
    then raise exception 'lengths are told by the project' using errcode = '42501'; end if;
  if new.due_on <> old.due_on and (new.moves <> old.moves + 1 or new.state <> 'planned' or coalesce(new.reason, '') = ''
      or not exists (select 1 from fund_award a where a.id = old.award_id and a.org_id = app.org()))
    then raise exception 'a plan is changed by its project, with a reason' using errcode = '42501'; end if;
  return new;
end $$;
create trigger kept before update on fund_milestone for each row execute function app.keep_milestone();

-- fund_milestone_after: everybody; the project orders what is still planned
grant insert, delete on fund_milestone_after to lilink_app;
create policy worker on fund_milestone_after for select to lilink_worker using (true);
create policy everyone on fund_milestone_after for select to lilink_app using (true);
create policy orders on fund_milestone_after for insert to lilink_app with check (exists (select 1 from fund_milestone m join fund_award a on a.id = m.award_id
  where m.id = milestone_id and m.state = 'planned' and a.org_id = (select app.org()) and a.state = 'active'));
create policy parts on fund_milestone_after for delete to lilink_app using (exists (select 1 from fund_milestone m join fund_award a on a.id = m.award_id
  where m.id = milestone_id and m.state = 'planned' and a.org_id = (select app.org()) and a.state = 'active'));

-- Milestones of one project wait for each other in no circle, however many statements order them at once.
create or replace function app.keep_order() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_award uuid;
begin
  select m.award_id into v_award from public.fund_milestone m where m.id = new.milestone_id;
  perform pg_advisory_xact_lock(hashtextextended('path:' || v_award::text, 0));
  if not exists (select 1 from public.fund_milestone m where m.id = new.after_id and m.award_id = v_award)
    then raise exception 'of another project' using errcode = '42501'; end if;
  if exists (with recursive before (id) as (select new.after_id
      union select f.after_id from before b join public.fund_milestone_after f on f.milestone_id = b.id) select 1 from before b where b.id = new.milestone_id)
    then raise exception 'a circle' using errcode = '23514', constraint = 'fund_milestone_circle'; end if;
  return new;
end $$;
create trigger kept before insert on fund_milestone_after for each row execute function app.keep_order();

-- fund_milestone_change: everybody; whoever changes the plan says why, and nothing of it is changed
grant insert on fund_milestone_change to lilink_app;
create policy worker on fund_milestone_change for select to lilink_worker using (true);
create policy everyone on fund_milestone_change for select to lilink_app using (true);
create policy leads on fund_milestone_change for insert to lilink_app with check (exists (select 1 from fund_milestone m join fund_award a on a.id = m.award_id
  where m.id = milestone_id and m.due_on = fund_milestone_change.due_on and (a.org_id = (select app.org()) and kind <> 'reopened' or a.org_id <> (select app.org()) and kind = 'reopened'
    and ((select app.officer()) and a.org_id <> all ((select app.barred())::uuid[]) or app.fund_joins(a.application_id)))));

-- fund_output: everybody; the project tells it
grant insert on fund_output to lilink_app;
create policy worker on fund_output for select to lilink_worker using (true);
create policy everyone on fund_output for select to lilink_app using (true);
create policy tells on fund_output for insert to lilink_app
  with check (exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org())));

-- What several projects claim is credited once: shares of one output are 100 at most, however many tell it at once.
create or replace function app.keep_credit() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('output:' || new.kind || ':' || new.key, 0));
  if (select coalesce(sum(o.share), 0) from public.fund_output o where o.kind = new.kind and o.key = new.key) + new.share > 100
    then raise exception 'credited already' using errcode = '23514', constraint = 'fund_output_credit'; end if;
  return new;
end $$;
create trigger credit before insert on fund_output for each row execute function app.keep_credit();

-- fund_contributor: everybody; the project tells it with its output
grant insert on fund_contributor to lilink_app;
create policy worker on fund_contributor for select to lilink_worker using (true);
create policy everyone on fund_contributor for select to lilink_app using (true);
create policy tells on fund_contributor for insert to lilink_app with check (exists (select 1 from fund_output o join fund_award a on a.id = o.award_id
  where o.id = output_id and a.org_id = (select app.org())));

-- Shares of one output are 100 together, seen when everything is told.
create or replace function app.keep_contributors() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if abs((select sum(c.share) from public.fund_contributor c where c.output_id = new.output_id) - 100) > 0.01
    then raise exception 'shares are not whole' using errcode = '23514', constraint = 'fund_contributor_whole'; end if;
  return null;
end $$;
create constraint trigger whole after insert on fund_contributor deferrable initially deferred for each row execute function app.keep_contributors();

-- fund_maturity: everybody; the project tells it, step by step, and nothing of it is changed
grant insert on fund_maturity to lilink_app;
create policy worker on fund_maturity for select to lilink_worker using (true);
create policy everyone on fund_maturity for select to lilink_app using (true);
create policy tells on fund_maturity for insert to lilink_app with check (told_by = (select app.person())
  and exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org()) and a.state <> 'terminated'));
