-- The relay: results that are offered, who takes them on, and what both sides tell and confirm of it.

grant select on relay_result, relay_claim, relay_step to lilink_app, lilink_worker;

-- relay_result: everybody; who owns the output or the achievement offers it, once at a time
grant insert, update (state) on relay_result to lilink_app;
create policy worker on relay_result for select to lilink_worker using (true);
create policy everyone on relay_result for select to lilink_app using (true);
create policy offers on relay_result for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.verified()) and state = 'offered' and offered_by = (select app.person())
    and (exists (select 1 from fund_output o join fund_award a on a.id = o.award_id where o.id = output_id and a.org_id = (select app.org()))
      or exists (select 1 from achievement r where r.id = achievement_id and r.organization_id = (select app.org()) and r.live_version is not null)));
create policy withdraws on relay_result for update to lilink_app using (org_id = (select app.org()))
  with check (org_id = (select app.org()));
create trigger state_kept before update of state on relay_result for each row when (old.state is distinct from new.state)
  execute function app.keep_state('relay_result');

-- relay_claim: both sides, and officers who need not stay away from either. It moves by its steps alone; who uses a result may say so.
grant insert, update (named) on relay_claim to lilink_app;
create policy worker on relay_claim for select to lilink_worker using (true);
create policy sides on relay_claim for select to lilink_app using (org_id = (select app.org()) or holder_id = (select app.org()));
create policy officers on relay_claim for select to lilink_app
  using ((select app.officer()) and not array[org_id, holder_id] && (select app.barred())::uuid[]);
create policy claims on relay_claim for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.verified()) and state = 'asked' and claimed_at is null
    and num_nonnulls(posting_id, award_id) = 1
    and exists (select 1 from relay_result r where r.id = result_id and r.org_id = holder_id and r.state = 'offered')
    and (posting_id is null or exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org()) and p.state = 'published'))
    and (award_id is null or exists (select 1 from fund_award a where a.id = award_id and a.org_id = (select app.org()) and a.state = 'active')));
create policy names on relay_claim for update to lilink_app using (org_id = (select app.org())) with check (org_id = (select app.org()));
create trigger state_kept before update of state on relay_claim for each row when (old.state is distinct from new.state)
  execute function app.keep_state('relay_claim');

-- relay_step: who reads the claim; one side tells, the other answers
grant insert, update (state, answered_by, answered_at, answer) on relay_step to lilink_app;
create policy worker on relay_step for select to lilink_worker using (true);
create policy readers on relay_step for select to lilink_app using (exists (select 1 from relay_claim c where c.id = claim_id));
create policy tells on relay_step for insert to lilink_app
  with check (told_org = (select app.org()) and told_by = (select app.person()) and state = 'told' and answered_at is null
    and exists (select 1 from relay_claim c where c.id = claim_id and (select app.org()) in (c.org_id, c.holder_id)
      and (relay_step.step <> 'claim' or c.org_id = (select app.org()))));
create policy takes_back on relay_step for update to lilink_app using (told_org = (select app.org()) and state = 'told')
  with check (told_org = (select app.org()) and state = 'taken_back');
create policy answers on relay_step for update to lilink_app
  using (told_org <> (select app.org()) and state = 'told'
    and exists (select 1 from relay_claim c where c.id = claim_id and (select app.org()) in (c.org_id, c.holder_id)))
  with check (told_org <> (select app.org()) and state in ('confirmed', 'disputed') and answered_by = (select app.person())
    and (state <> 'disputed' or answer <> ''));
create trigger state_kept before update of state on relay_step for each row when (old.state is distinct from new.state)
  execute function app.keep_state('relay_step');

-- A step is told of a claim that stands where it may be taken; 55000 says that it does not.
create or replace function app.open_relay_step() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_state text;
begin
  if session_user not in ('lilink_app', 'lilink_worker') then return new; end if;
  select c.state into v_state from public.relay_claim c where c.id = new.claim_id for update;
  if v_state <> all (app.open_for('relay_claim', new.step)) then raise exception 'the claim stands elsewhere' using errcode = '55000'; end if;
  return new;
end $$;
create trigger opened before insert on relay_step for each row execute function app.open_relay_step();

-- What both sides say moves the claim; a first word that is disputed or taken back ends it. Nothing else moves it.
create or replace function app.take_relay_step() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_step text; v_to text;
begin
  v_step := case when new.state = 'confirmed' then new.step when new.step <> 'claim' then null
    when new.state = 'disputed' then 'refuse' else 'withdraw' end;
  if v_step is null then return null; end if;
  select s.to_state into v_to from public.machine_step s where s.machine = 'relay_claim' and s.step = v_step limit 1;
  update public.relay_claim c set state = v_to, moved_at = new.answered_at,
      claimed_at = case when v_step = 'claim' then new.answered_at else c.claimed_at end
    where c.id = new.claim_id and c.state = any (app.open_for('relay_claim', v_step));
  if not found then raise exception 'the claim stands elsewhere' using errcode = '55000'; end if;
  return null;
end $$;
create trigger taken after update of state on relay_step for each row when (old.state is distinct from new.state)
  execute function app.take_relay_step();

-- What everybody may know of who took a result on: where it stands and since which month. The name only of a use whose user says so.
create or replace function app.relay_marks()
returns table (result_id uuid, state text, claimed_in text, since text, user_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.result_id, c.state, to_char(c.claimed_at at time zone 'Asia/Shanghai', 'YYYY-MM'), to_char(c.moved_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
    case when c.state = 'in_product' and c.named then c.org_id end
  from public.relay_claim c where c.state in ('claimed', 'working', 'in_product', 'returned')
$$;

-- Whether who uses a result stands apart from who made it: neither the same group nor a body of its project.
create or replace function app.relay_apart(p_claim uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() and exists (select 1 from public.relay_claim c join public.relay_result r on r.id = c.result_id where c.id = p_claim
    and not exists (select 1 from public.organization_profile a join public.organization_profile b on b.group_id = a.group_id
      where a.organization_id = c.org_id and b.organization_id = c.holder_id)
    and not exists (select 1 from public.fund_output o join public.fund_award w on w.id = o.award_id
      where o.id = r.output_id and c.org_id = any (app.fund_bodies(w.application_id))))
$$;
grant execute on function app.relay_marks(), app.relay_apart(uuid) to lilink_app;
