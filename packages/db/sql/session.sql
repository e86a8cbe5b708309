-- Sessions, and how many wrong tries a sign-in may have.

-- session
grant select on session to lilink_app;
grant update (organization_id, revoked_at) on session to lilink_app;
create policy self on session to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));

-- sign_in_throttle: no role has a grant; the functions of this file read and write it.

-- Opens a session in the organization used last, else in the first that the person belongs to.
create or replace function app.open_session(p_id uuid, p_person uuid, p_agent text, p_now timestamptz, p_expires timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  select m.organization_id into v from public.membership m join public.organization o on o.id = m.organization_id
    left join lateral (select max(s.seen_at) seen from public.session s
      where s.person_id = p_person and s.organization_id = m.organization_id) last on true
    where m.person_id = p_person and m.active and o.status <> 'withdrawn'
    order by last.seen desc nulls last, m.created_at limit 1;
  insert into public.session (id, person_id, organization_id, user_agent, created_at, seen_at, expires_at)
    values (p_id, p_person, v, p_agent, p_now, p_now, p_expires);
end $$;

-- Opens a session after a full sign-in, and says what it is limited to.
create or replace function app.start_session(
  p_id uuid, p_person uuid, p_agent text, p_limited text, p_now timestamptz, p_expires timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.require_proof();
  perform app.open_session(p_id, p_person, p_agent, p_now, p_expires);
  update public.session set confirmed_at = p_now, limited = p_limited where id = p_id;
end $$;

create or replace function app.close_session(p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  update public.session set revoked_at = p_now where id = app.session() and revoked_at is null
$$;

-- Ends the actor's sessions except the present one.
create or replace function app.close_other_sessions(p_now timestamptz)
returns integer language sql security definer set search_path = pg_catalog, public as $$
  with closed as (update public.session set revoked_at = p_now
    where person_id = app.person() and id is distinct from app.session() and revoked_at is null and expires_at > p_now returning 1)
  select count(*)::integer from closed
$$;

create or replace function app.confirm_session(p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  select app.require_proof();
  update public.session set confirmed_at = p_now where id = app.session()
$$;

-- Whether the person proved who they are since an instant. Keys and jobs are not asked.
create or replace function app.confirmed_since(p_since timestamptz)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.session() is null or exists (select 1 from public.session s where s.id = app.session() and s.confirmed_at > p_since)
$$;

-- Counts a try by account and address together (strict), by address, and by account. The count by account never stops an
-- address from which the account was opened before, so that nobody can lock out its owner.
create or replace function app.note_sign_in(p_account text, p_address text, p_opened boolean, p_now timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_pair text := 'pair:' || p_account || ':' || p_address;
begin
  if p_opened then
    insert into public.sign_in_throttle (key, wrong, since, opened_at) values (v_pair, 0, p_now, p_now)
      on conflict (key) do update set wrong = 0, since = p_now, until = null, opened_at = p_now;
    return;
  end if;
  insert into public.sign_in_throttle as t (key, wrong, since)
    select k.key, 1, p_now from (values (v_pair), ('address:' || p_address), ('account:' || p_account)) k(key) order by 1
    on conflict (key) do update set
      wrong = case when t.since < p_now - interval '15 minutes' then 1 else t.wrong + 1 end,
      since = case when t.since < p_now - interval '15 minutes' then p_now else t.since end;
  update public.sign_in_throttle t set until = p_now + case
      when t.key = v_pair then least(interval '15 seconds' * power(2, t.wrong - 5), interval '5 minutes')
      when t.key like 'address:%' then interval '2 minutes' else interval '30 seconds' end
    where (t.key = v_pair and t.wrong >= 5) or (t.key = 'address:' || p_address and t.wrong >= 60)
      or (t.key = 'account:' || p_account and t.wrong >= 20);
  delete from public.sign_in_throttle where since < p_now - interval '90 days';
end $$;

-- Seconds that a sign-in must wait, 0 for none. A browser that opened the account in the last 90 days is counted by itself.
create or replace function app.try_wait(p_account text, p_address text, p_browser text, p_now timestamptz)
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max(ceil(extract(epoch from t.until - p_now)))::integer, 0) from public.sign_in_throttle t
  where t.until > p_now and case when exists (select 1 from public.sign_in_throttle k
      where k.key = 'browser:' || p_account || ':' || p_browser and k.opened_at > p_now - interval '90 days')
    then t.key = 'browser:' || p_account || ':' || p_browser
    else t.key in ('pair:' || p_account || ':' || p_address, 'address:' || p_address)
      or (t.key = 'account:' || p_account and not exists (select 1 from public.sign_in_throttle k
        where k.key = 'pair:' || p_account || ':' || p_address and k.opened_at > p_now - interval '90 days')) end
$$;

-- Counts a try, of a known browser by itself.
create or replace function app.note_try(p_account text, p_address text, p_browser text, p_opened boolean, p_now timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_browser text := 'browser:' || p_account || ':' || p_browser;
begin
  if p_opened then
    perform app.note_sign_in(p_account, p_address, true, p_now);
    if p_browser is not null then
      insert into public.sign_in_throttle (key, wrong, since, opened_at) values (v_browser, 0, p_now, p_now)
        on conflict (key) do update set wrong = 0, since = p_now, until = null, opened_at = p_now;
    end if;
  elsif exists (select 1 from public.sign_in_throttle k where k.key = v_browser and k.opened_at > p_now - interval '90 days') then
    update public.sign_in_throttle t set
      wrong = case when t.since < p_now - interval '15 minutes' then 1 else t.wrong + 1 end,
      since = case when t.since < p_now - interval '15 minutes' then p_now else t.since end,
      until = case when t.since >= p_now - interval '15 minutes' and t.wrong >= 4
        then p_now + least(interval '15 seconds' * power(2, t.wrong - 4), interval '5 minutes') end
      where t.key = v_browser;
  else
    perform app.note_sign_in(p_account, p_address, false, p_now);
  end if;
end $$;

grant execute on function
  app.start_session(uuid, uuid, text, text, timestamptz, timestamptz),
  app.confirm_session(timestamptz),
  app.confirmed_since(timestamptz),
  app.note_sign_in(text, text, boolean, timestamptz),
  app.try_wait(text, text, text, timestamptz),
  app.note_try(text, text, text, boolean, timestamptz)
to lilink_app;
grant execute on function
  app.close_session(timestamptz),
  app.close_other_sessions(timestamptz)
to lilink_app, lilink_worker;
