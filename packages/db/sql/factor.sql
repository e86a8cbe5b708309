-- Second factors, recovery codes, and the step of a sign-in between password and factor.

-- second_factor
grant select (id, person_id, kind, label, created_at, confirmed_at, used_at) on second_factor to lilink_app;
create policy self on second_factor for select to lilink_app using (person_id = (select app.person()));

-- recovery_code: no role has a grant; the functions of this file read and write it.

-- sign_in_step: no role has a grant; the functions of this file read and write it.

-- password_history: no role has a grant; the functions of this file read and write it.

create or replace function app.add_factor(
  p_id uuid, p_kind text, p_label text, p_secret text, p_credential text, p_key text, p_counter bigint,
  p_transports text[], p_confirmed boolean, p_now timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.require_proof();
  if app.person() is null then raise exception 'nobody' using errcode = '42501'; end if;
  delete from public.second_factor where person_id = app.person() and confirmed_at is null;
  insert into public.second_factor (id, person_id, kind, label, secret, credential_id, public_key, counter, transports, created_at, confirmed_at)
    values (p_id, app.person(), p_kind, p_label, p_secret, p_credential, p_key, p_counter, p_transports, p_now, case when p_confirmed then p_now end);
  if p_confirmed then perform app.factor_stands(); end if;
end $$;

create or replace function app.confirm_factor(p_id uuid, p_counter bigint, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.require_proof();
  update public.second_factor set confirmed_at = p_now, counter = p_counter
    where id = p_id and person_id = app.person() and confirmed_at is null;
  if not found then return false; end if;
  perform app.factor_stands();
  return true;
end $$;

-- Whose factor is meant: of the sign-in between password and factor, or the actor's own.
create or replace function app.factor_holder(p_step text, p_now timestamptz)
returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select case when p_step is null then app.person() else (select s.person_id from public.sign_in_step s join public.person p on p.id = s.person_id
    where s.token_hash = p_step and s.used_at is null and s.expires_at > p_now and s.wrong < 5 and p.disabled_at is null) end
$$;

create or replace function app.factors_of(p_step text, p_now timestamptz)
returns table (id uuid, kind text, secret text, credential_id text, public_key text, counter bigint, transports text[], confirmed boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select f.id, f.kind, f.secret, f.credential_id, f.public_key, f.counter, f.transports, f.confirmed_at is not null
    from public.second_factor f where f.person_id = app.factor_holder(p_step, p_now)
    and (p_step is null or f.confirmed_at is not null) order by f.created_at
$$;

create or replace function app.factor_stands()
returns void language sql security definer set search_path = pg_catalog, public as $$
  update public.session set limited = null where person_id = app.person() and limited = 'factor'
$$;

-- Removes a factor. Recovery codes go with the last one.
create or replace function app.remove_factor(p_id uuid)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.require_proof();
  delete from public.second_factor where id = p_id and person_id = app.person();
  if not found then return false; end if;
  delete from public.recovery_code where person_id = app.person()
    and not exists (select 1 from public.second_factor f where f.person_id = app.person() and f.confirmed_at is not null);
  return true;
end $$;

-- Accepts a time step or a signature once: the counter must grow. Passkeys that do not count stay at 0.
create or replace function app.use_factor(p_factor uuid, p_counter bigint, p_step text, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.second_factor f set counter = p_counter, used_at = p_now
    where f.id = p_factor and f.person_id = app.factor_holder(p_step, p_now)
      and (f.counter < p_counter or (f.kind = 'passkey' and f.counter = 0 and p_counter = 0));
  return found;
end $$;

create or replace function app.set_recovery(p_ids uuid[], p_hashes text[], p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  select app.require_proof();
  delete from public.recovery_code where person_id = app.person();
  insert into public.recovery_code (id, person_id, code_hash, created_at)
    select i, app.person(), h, p_now from unnest(p_ids, p_hashes) as given(i, h);
$$;

create or replace function app.use_recovery(p_code text, p_step text, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery_code set used_at = p_now
    where code_hash = p_code and used_at is null and person_id = app.factor_holder(p_step, p_now);
  return found;
end $$;

-- How many recovery codes the actor has left.
create or replace function app.recovery_left()
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.recovery_code where person_id = app.person() and used_at is null
$$;

create or replace function app.keep_challenge(p_challenge text, p_step text, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if p_step is null then
    update public.session set challenge = extract(epoch from p_now)::bigint || ' ' || p_challenge where id = app.session();
  else
    update public.sign_in_step set challenge = extract(epoch from p_now)::bigint || ' ' || p_challenge
      where token_hash = p_step and person_id = app.factor_holder(p_step, p_now);
  end if;
  return found;
end $$;

-- Takes a challenge once, within five minutes.
create or replace function app.take_challenge(p_step text, p_now timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare v text;
begin
  if p_step is null then
    select challenge into v from public.session where id = app.session() for update;
    update public.session set challenge = null where id = app.session();
  else
    select challenge into v from public.sign_in_step where token_hash = p_step and person_id = app.factor_holder(p_step, p_now) for update;
    update public.sign_in_step set challenge = null where token_hash = p_step;
  end if;
  return case when split_part(v, ' ', 1)::bigint > extract(epoch from p_now) - 300 then split_part(v, ' ', 2) end;
end $$;

create or replace function app.start_step(
  p_id uuid, p_person uuid, p_hash text, p_agent text, p_now timestamptz, p_expires timestamptz
) returns void language sql security definer set search_path = pg_catalog, public as $$
  select app.require_proof();
  delete from public.sign_in_step where expires_at < p_now - interval '1 day';
  insert into public.sign_in_step (id, person_id, token_hash, user_agent, created_at, expires_at)
    values (p_id, p_person, p_hash, p_agent, p_now, p_expires);
$$;

-- The person who still owes the second factor, if asked by the browser that gave the password.
create or replace function app.find_step(p_hash text, p_agent text, p_now timestamptz)
returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select s.person_id from public.sign_in_step s where s.token_hash = p_hash and s.user_agent is not distinct from p_agent
    and s.person_id = app.factor_holder(p_hash, p_now)
$$;

-- Ends the step once; null if another request was faster.
create or replace function app.end_step(p_hash text, p_now timestamptz)
returns uuid language sql security definer set search_path = pg_catalog, public as $$
  update public.sign_in_step set used_at = p_now, challenge = null
    where token_hash = p_hash and used_at is null and person_id = app.factor_holder(p_hash, p_now) returning person_id
$$;

create or replace function app.miss_step(p_hash text)
returns void language sql security definer set search_path = pg_catalog, public as $$
  update public.sign_in_step set wrong = wrong + 1 where token_hash = p_hash
$$;

-- The account of a step, under the name by which wrong tries are counted.
create or replace function app.account_of_step(p_hash text)
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select left(encode(sha256(convert_to(p.email, 'UTF8')), 'hex'), 32) from public.sign_in_step s join public.person p on p.id = s.person_id
    where s.token_hash = p_hash
$$;

-- What opening a session must know about a person whose password was right.
create or replace function app.sign_in_state(p_person uuid)
returns table (factors integer, officer boolean, admin boolean, password_changed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*)::int from public.second_factor f where f.person_id = p_person and f.confirmed_at is not null),
    exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
      where m.person_id = p_person and m.active and o.kind in ('coordination_group', 'operator') and m.duties <> '{}'),
    exists (select 1 from public.membership m where m.person_id = p_person and m.active and m.role = 'admin'),
    (select c.changed_at from public.credential c where c.person_id = p_person)
$$;

grant execute on function
  app.add_factor(uuid, text, text, text, text, text, bigint, text[], boolean, timestamptz),
  app.confirm_factor(uuid, bigint, timestamptz),
  app.factor_holder(text, timestamptz),
  app.factors_of(text, timestamptz),
  app.factor_stands(),
  app.remove_factor(uuid),
  app.use_factor(uuid, bigint, text, timestamptz),
  app.set_recovery(uuid[], text[], timestamptz),
  app.use_recovery(text, text, timestamptz),
  app.recovery_left(),
  app.keep_challenge(text, text, timestamptz),
  app.take_challenge(text, timestamptz),
  app.start_step(uuid, uuid, text, text, timestamptz, timestamptz),
  app.find_step(text, text, timestamptz),
  app.end_step(text, timestamptz),
  app.miss_step(text),
  app.account_of_step(text),
  app.sign_in_state(uuid)
to lilink_app;
