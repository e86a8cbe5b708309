-- Accounts: people, passwords, external identities, letters that prove an address, consent to the terms.
-- No role reads a secret of sign-in; the functions below compare and replace it, for a process of the web that proves itself (proof.sql).

-- person
grant select on person to lilink_app;
grant update (name, phone, locale, notice_choice, single_keys) on person to lilink_app;
grant select on person to lilink_worker;
create policy worker on person to lilink_worker using (true) with check (true);
create policy self_edit on person for update to lilink_app using (id = (select app.person())) with check (id = (select app.person()));
create policy self_or_colleague on person for select to lilink_app using (
  id = (select app.person())
  or exists (select 1 from membership m where m.person_id = person.id and m.organization_id = (select app.org()))
  or ((select app.officer()) and exists (select 1 from claim c where c.person_id = person.id)));

-- terms_consent
grant select, insert on terms_consent to lilink_app;
create policy self on terms_consent for select to lilink_app using (person_id = (select app.person()));
create policy self_agrees on terms_consent for insert to lilink_app with check (person_id = (select app.person()));

-- credential: no role has a grant; the functions of this file read and write it.

-- external_identity: no role has a grant; the functions of this file read and write it.

-- mail_token: no role has a grant; the functions of this file read and write it.

-- The password hash to compare with, for the process that signs in.
create or replace function app.find_credential(p_email text)
returns table (person_id uuid, password_hash text) language sql stable security definer set search_path = pg_catalog, public as $$
  select app.require_proof();
  select p.id, c.password_hash from public.person p join public.credential c on c.person_id = p.id
  where p.email = lower(p_email) and p.disabled_at is null
$$;

create or replace function app.find_account(p_email text, p_now timestamptz)
returns table (public_id text, email text, name text, disabled_at timestamptz, sessions integer, factors integer, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.holds('security_admin') then raise exception 'not the security administrator' using errcode = '42501'; end if;
  if app.barred_account(p_email) then raise exception 'a conflict of interest' using errcode = '42501'; end if;
  return query select p.public_id, p.email, p.name, p.disabled_at,
    (select count(*)::int from public.session s where s.person_id = p.id and s.revoked_at is null and s.expires_at > p_now),
    (select count(*)::int from public.second_factor f where f.person_id = p.id and f.confirmed_at is not null),
    p.id = app.person() from public.person p where p.email = lower(p_email);
end $$;

-- The person behind an external identity. The first sign-in links by verified address; null for a stranger.
create or replace function app.find_external(
  p_issuer text, p_subject text, p_verified_email text, p_id uuid, p_now timestamptz
) returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  perform app.require_proof();
  select e.person_id into v from public.external_identity e join public.person p on p.id = e.person_id
    where e.issuer = p_issuer and e.subject = p_subject and p.disabled_at is null;
  if v is null and p_verified_email is not null then
    select id into v from public.person where email = lower(p_verified_email) and disabled_at is null;
    if v is not null then
      insert into public.external_identity (id, person_id, issuer, subject, created_at) values (p_id, v, p_issuer, p_subject, p_now);
    end if;
  end if;
  return v;
end $$;

-- Makes an account; false if the address is taken, which the caller must not reveal.
create or replace function app.register_person(
  p_id uuid, p_public_id text, p_email text, p_name text, p_locale text, p_hash text, p_now timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.person (id, public_id, email, name, locale, created_at)
    values (p_id, p_public_id, lower(p_email), p_name, p_locale, p_now) on conflict (email) do nothing;
  if not found then return false; end if;
  if p_hash is not null then
    insert into public.credential (person_id, password_hash, changed_at) values (p_id, p_hash, p_now);
  end if;
  return true;
end $$;

-- Makes the account of the person who opened the letter: they choose name, password and consent, not the one who asked for
-- the letter. Null if the token is spent or the address was taken meanwhile.
create or replace function app.make_account(
  p_hash text, p_id uuid, p_public_id text, p_name text, p_locale text, p_password text, p_terms text, p_now timestamptz
) returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.mail_token;
begin
  perform app.require_proof();
  update public.mail_token t set used_at = p_now, payload = '{}'
    where t.token_hash = p_hash and t.kind = 'register' and t.used_at is null and t.expires_at > p_now returning t.* into v;
  if v.id is null or not app.register_person(p_id, p_public_id, v.email, p_name, p_locale, p_password, p_now) then return null; end if;
  insert into public.terms_consent (person_id, version, agreed_at) values (p_id, p_terms, p_now);
  return p_id;
end $$;

-- Keeps a token that is sent to an address; null after five letters in an hour. The same rows are written whether or not the
-- address has an account, so that the time taken reveals nothing.
create or replace function app.send_mail_token(
  p_id uuid, p_kind text, p_email text, p_payload jsonb, p_hash text, p_now timestamptz, p_expires timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_email text := lower(p_email);
  v_known boolean := exists (select 1 from public.person where email = v_email);
  v_sent integer;
begin
  perform app.require_proof();
  insert into public.sign_in_throttle as t (key, wrong, since) values ('letter:' || encode(sha256(convert_to(v_email, 'UTF8')), 'hex'), 1, p_now)
    on conflict (key) do update set
      wrong = case when t.since < p_now - interval '1 hour' then 1 else t.wrong + 1 end,
      since = case when t.since < p_now - interval '1 hour' then p_now else t.since end
    returning wrong into v_sent;
  delete from public.mail_token where expires_at < p_now - interval '1 day';
  if v_sent > 5 then return null; end if;
  insert into public.mail_token (id, kind, email, payload, token_hash, created_at, expires_at)
    values (p_id, case when v_known = (p_kind = 'reset') then p_kind else 'none' end, v_email,
      case when v_known then '{}' else p_payload end, p_hash, p_now, p_expires);
  return v_known;
end $$;

create or replace function app.find_mail_token(p_hash text, p_kind text, p_now timestamptz)
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select t.email from public.mail_token t where t.token_hash = p_hash and t.kind = p_kind and t.used_at is null and t.expires_at > p_now
$$;

-- Sets a new password for the person who proved the address and ends all their sessions; null if the token is spent.
create or replace function app.finish_reset(p_hash text, p_password text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  perform app.require_proof();
  update public.mail_token t set used_at = p_now from public.person p
    where t.token_hash = p_hash and t.kind = 'reset' and t.used_at is null and t.expires_at > p_now
      and p.email = t.email and p.disabled_at is null returning p.id into v;
  if v is null then return null; end if;
  insert into public.credential (person_id, password_hash, changed_at) values (v, p_password, p_now)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update public.session set revoked_at = p_now where person_id = v and revoked_at is null;
  update public.mail_token t set used_at = p_now from public.person p
    where p.id = v and t.email = p.email and t.kind = 'reset' and t.used_at is null;
  return v;
end $$;

-- Sets the actor's password, and spends every other letter that could set it.
create or replace function app.set_password(p_person uuid, p_hash text, p_now timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.require_proof();
  if p_person is distinct from app.person() then raise exception 'not the own account' using errcode = '42501'; end if;
  insert into public.credential (person_id, password_hash, changed_at) values (p_person, p_hash, p_now)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update public.mail_token t set used_at = p_now from public.person p
    where p.id = p_person and t.email = p.email and t.kind = 'reset' and t.used_at is null;
end $$;

-- Hashes of the earlier passwords of the actor, or of the person who holds a reset letter.
create or replace function app.earlier_passwords(p_letter text, p_most integer, p_now timestamptz)
returns table (password_hash text) language sql stable security definer set search_path = pg_catalog, public as $$
  select app.require_proof();
  select h.password_hash from public.password_history h where h.person_id = case when p_letter is null then app.person() else (
    select p.id from public.mail_token t join public.person p on p.email = t.email
    where t.token_hash = p_letter and t.kind = 'reset' and t.used_at is null and t.expires_at > p_now) end
  order by h.changed_at desc limit p_most
$$;

-- Keeps the last ten password hashes; a new password lifts the limit that the old one put on a session.
create or replace function app.keep_password()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' and old.password_hash = new.password_hash then return new; end if;
  insert into public.password_history (id, person_id, password_hash, changed_at)
    values (gen_random_uuid(), new.person_id, new.password_hash, new.changed_at);
  delete from public.password_history h where h.person_id = new.person_id and h.id not in (
    select k.id from public.password_history k where k.person_id = new.person_id order by k.changed_at desc, k.id limit 10);
  update public.session set limited = null where person_id = new.person_id and limited = 'password';
  return new;
end $$;

-- What the security administrator does to another person's account: lock, unlock, endSessions, resetFactors.
create or replace function app.manage_account(p_public_id text, p_what text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  perform app.require_proof();
  if not app.holds('security_admin') then raise exception 'not the security administrator' using errcode = '42501'; end if;
  if app.barred_account(p_public_id) then raise exception 'a conflict of interest' using errcode = '42501'; end if;
  select id into v from public.person where public_id = p_public_id and id is distinct from app.person() for update;
  if v is null then return null; end if;
  if p_what = 'lock' then update public.person set disabled_at = coalesce(disabled_at, p_now) where id = v; end if;
  if p_what = 'unlock' then update public.person set disabled_at = null where id = v; end if;
  if p_what = 'resetFactors' then
    delete from public.second_factor where person_id = v;
    delete from public.recovery_code where person_id = v;
  end if;
  if p_what <> 'unlock' then
    update public.session set revoked_at = p_now where person_id = v and revoked_at is null;
    update public.sign_in_step set used_at = p_now where person_id = v and used_at is null;
  end if;
  return v;
end $$;

-- Whether an account (address or id) belongs to a person of a barred organization.
create or replace function app.barred_account(p_account text)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.holds('security_admin') and exists (select 1 from public.person p join public.membership m on m.person_id = p.id and m.active
    where (p.public_id = p_account or p.email = lower(p_account)) and p.id <> app.person() and m.organization_id = any (app.barred()))
$$;

grant execute on function
  app.find_credential(text),
  app.find_account(text, timestamptz),
  app.find_external(text, text, text, uuid, timestamptz),
  app.make_account(text, uuid, text, text, text, text, text, timestamptz),
  app.send_mail_token(uuid, text, text, jsonb, text, timestamptz, timestamptz),
  app.find_mail_token(text, text, timestamptz),
  app.finish_reset(text, text, timestamptz),
  app.set_password(uuid, text, timestamptz),
  app.earlier_passwords(text, integer, timestamptz),
  app.manage_account(text, text, timestamptz),
  app.barred_account(text)
to lilink_app;
create trigger credential_kept after insert or update on credential for each row
  execute function app.keep_password();
