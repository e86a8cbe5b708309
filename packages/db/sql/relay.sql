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
  with check (org_id = (select app.org()) and (select app.verified()) and state = 'asked' and claimed_at is null and introduction_id is null
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

-- An achievement that two sides are introduced about reaches the relay by what both of them agreed to and confirmed, and by nothing else.
-- Nobody outside learns of it before both agreed. [AC9]

-- A random public id, as the web makes them.
create or replace function app.short_id() returns text language sql volatile set search_path = pg_catalog, public as
  $$ select substr(replace(gen_random_uuid()::text, '-', ''), 1, 8) || substr(replace(gen_random_uuid()::text, '-', ''), 21, 12) $$;

-- The open claim of an introduction; null where it has none.
create or replace function app.introduced_claim(p_introduction uuid) returns public.relay_claim
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.* from public.relay_claim c where c.introduction_id = p_introduction and c.state in ('asked', 'claimed', 'working') limit 1
$$;

-- Writes the claim of an introduction that both sides agreed to, where its result is on the board and its owner is one of the two. A claim
-- that the other side filed by hand is taken as its own.
create or replace function app.claim_by_introduction(p_introduction uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare i record; v_claim uuid; v_title text;
begin
  select n.id, n.sent_at, r.id as result_id, r.org_id as holder_id, them.organization_id as taker_id,
      case them.side when 'asking' then n.asking_posting_id else n.asked_posting_id end as posting_id,
      asking.organization_id as asking_id, asking.contact_person_id as asking_person, asked.contact_person_id as asked_person into i
    from public.introduction n join public.relay_result r on r.achievement_id = n.achievement_id and r.state = 'offered'
    join public.introduction_party own on own.introduction_id = n.id and own.organization_id = r.org_id
    join public.introduction_party them on them.introduction_id = n.id and them.organization_id <> r.org_id
    join public.introduction_party asking on asking.introduction_id = n.id and asking.side = 'asking'
    join public.introduction_party asked on asked.introduction_id = n.id and asked.side = 'asked'
    where n.id = p_introduction and n.state = 'accepted'
      and not exists (select 1 from public.relay_claim c where c.introduction_id = n.id);
  if i.id is null then return; end if;
  select coalesce(x.fields ->> 'title', '') into v_title from public.posting_part x
    where x.posting_id = i.posting_id and x.level = 'everyone' and not x.walled and x.state in ('live', 'ended') order by x.version desc limit 1;
  v_claim := gen_random_uuid();
  insert into public.relay_claim (id, public_id, result_id, org_id, holder_id, posting_id, introduction_id, title, state, named, moved_at, created_at)
    values (v_claim, app.short_id(), i.result_id, i.taker_id, i.holder_id, i.posting_id, i.id, coalesce(v_title, ''), 'asked', false, p_now, p_now)
    on conflict (result_id, org_id) where state in ('asked', 'claimed', 'working') do nothing;
  if found then
    insert into public.relay_step (id, public_id, claim_id, step, state, told_org, told_by, told_at, happened_on, words)
      values (gen_random_uuid(), app.short_id(), v_claim, 'claim', 'told', i.asking_id, i.asking_person, i.sent_at, (p_now at time zone 'Asia/Shanghai')::date, '');
  else
    update public.relay_claim c set introduction_id = i.id where c.result_id = i.result_id and c.org_id = i.taker_id
      and c.state in ('asked', 'claimed', 'working') returning c.id into v_claim;
  end if;
  update public.relay_step s set state = 'confirmed', answered_at = p_now,
      answered_by = case s.told_org when i.asking_id then i.asked_person else i.asking_person end
    where s.claim_id = v_claim and s.step = 'claim' and s.state = 'told';
  perform app.begin_by_introduction(p_introduction);
end $$;

-- A trial or a contract that both sides confirmed says that work began.
create or replace function app.begin_by_introduction(p_introduction uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare c public.relay_claim := app.introduced_claim(p_introduction); l record; v_step uuid := gen_random_uuid();
begin
  if c.state is distinct from 'claimed' or exists (select 1 from public.relay_step s where s.claim_id = c.id and s.state = 'told') then return; end if;
  select e.*, p.organization_id as told_org into l from public.ledger_entry e
    join public.introduction_party p on p.introduction_id = e.introduction_id and p.side = e.proposed_side
    where e.introduction_id = p_introduction and e.state = 'confirmed' and e.step in ('trial', 'contract') order by e.decided_at, e.id limit 1;
  if l.id is null then return; end if;
  insert into public.relay_step (id, public_id, claim_id, step, state, told_org, told_by, told_at, happened_on, words)
    values (v_step, app.short_id(), c.id, 'begin', 'told', l.told_org, l.proposed_by, greatest(l.created_at, c.claimed_at),
      greatest(l.occurred_on::date, (c.claimed_at at time zone 'Asia/Shanghai')::date), '');
  update public.relay_step s set state = 'confirmed', answered_by = l.confirmed_by, answered_at = greatest(l.decided_at, c.claimed_at) where s.id = v_step;
end $$;

-- Takes an achievement along its machine. Its life line is for everybody, so it names nobody.
create or replace function app.step_achievement(p_achievement uuid, p_step text, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare h record; v_to text;
begin
  select a.id, a.organization_id, a.state, a.version into h from public.achievement a where a.id = p_achievement for update;
  select s.to_state into v_to from public.machine_step s where s.machine = 'achievement' and s.step = p_step and s.from_state = h.state;
  if v_to is null then return; end if;
  update public.achievement a set state = v_to, state_since = p_now, revision = a.revision + 1, updated_at = p_now where a.id = h.id;
  insert into public.record_step (id, register, record_id, organization_id, level, shown, version, step, from_state, to_state, taken_at)
    values (gen_random_uuid(), 'achievement', h.id, h.organization_id, 'everyone', true, h.version, p_step, h.state, v_to, p_now);
end $$;

-- Both agreed: the result is taken on, and the achievement is in talks. One side ended it: it tells that the result goes back, which the
-- other side confirms, and the achievement is offered again unless others talk about it or its owner said so by hand.
create or replace function app.hand_on_introduced() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare c public.relay_claim;
begin
  if not exists (select 1 from public.introduction_party p join public.achievement a on a.organization_id = p.organization_id
      where p.introduction_id = new.id and a.id = new.achievement_id) then return null; end if;
  if new.state = 'accepted' then
    perform app.claim_by_introduction(new.id, new.answered_at);
    perform app.step_achievement(new.achievement_id, 'negotiate', new.answered_at);
    return null;
  end if;
  c := app.introduced_claim(new.id);
  if c.state = 'claimed' and not exists (select 1 from public.relay_step s where s.claim_id = c.id and s.state = 'told') then
    insert into public.relay_step (id, public_id, claim_id, step, state, told_org, told_by, told_at, happened_on, words)
      values (gen_random_uuid(), app.short_id(), c.id, 'return', 'told', app.org(), app.person(), new.ended_at,
        (new.ended_at at time zone 'Asia/Shanghai')::date, coalesce(nullif(new.end_note, ''), '–'));
  end if;
  if not exists (select 1 from public.introduction n where n.achievement_id = new.achievement_id and n.state = 'accepted')
    and (select s.taken_by from public.record_step s where s.record_id = new.achievement_id and s.step = 'negotiate' order by s.taken_at desc, s.id desc limit 1) is null then
    perform app.step_achievement(new.achievement_id, 'reopen', new.ended_at);
  end if;
  return null;
end $$;
create trigger handed_on after update of state on introduction for each row
  when (new.achievement_id is not null and old.state is distinct from new.state and new.state in ('accepted', 'ended'))
  execute function app.hand_on_introduced();

create or replace function app.hand_on_confirmed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.begin_by_introduction(new.introduction_id);
  return null;
end $$;
create trigger handed_on after update of state on ledger_entry for each row
  when (new.introduction_id is not null and new.state = 'confirmed' and old.state is distinct from new.state)
  execute function app.hand_on_confirmed();

-- What is put on the board while talks go on is claimed by them.
create or replace function app.hand_on_offered() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.claim_by_introduction(n.id, new.offered_at) from public.introduction n where n.achievement_id = new.achievement_id and n.state = 'accepted';
  return null;
end $$;
create trigger handed_on after insert on relay_result for each row when (new.achievement_id is not null) execute function app.hand_on_offered();
