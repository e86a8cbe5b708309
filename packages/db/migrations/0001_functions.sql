-- The actor of a transaction, and the narrow doors that need to see more than the actor does.
create schema if not exists app;
--> statement-breakpoint
create function app.kind() returns text language sql stable as
  $$ select coalesce(nullif(current_setting('app.kind', true), ''), 'anonymous') $$;
--> statement-breakpoint
create function app.person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
--> statement-breakpoint
create function app.org() returns uuid language sql stable as
  $$ select nullif(current_setting('app.org', true), '')::uuid $$;
--> statement-breakpoint
create function app.session() returns uuid language sql stable as
  $$ select nullif(current_setting('app.session', true), '')::uuid $$;
--> statement-breakpoint
create function app.verified() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.verified', true), '') = '1' $$;
--> statement-breakpoint
create function app.officer() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.officer', true), '') = '1' $$;
--> statement-breakpoint
-- Whether fields at level `member` are for this actor: verified, and no operator of the platform.
create function app.trades() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.trades', true), '') = '1' $$;
--> statement-breakpoint
create function app.is_admin() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.role', true), '') = 'admin' $$;
--> statement-breakpoint
create type app.actor_row as (
  actor_kind text, person_id uuid, organization_id uuid, organization_kind public.organization_kind,
  role public.member_role, verified boolean, duties text[], province text, key_id uuid, scopes text[]
);
--> statement-breakpoint
-- Sets the actor for this transaction and answers who it is; an actor that no longer stands becomes anonymous.
-- kind: 'session' (subject = session id), 'member' (person, organization), 'person', 'key' (hash), 'anonymous', 'job'.
create function app.become(p_kind text, p_subject text default null, p_org uuid default null, p_now timestamptz default now())
returns app.actor_row language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r app.actor_row;
  v_person uuid;
  v_org uuid := p_org;
begin
  r.actor_kind := 'anonymous';
  if p_kind = 'job' then
    if session_user not like '%worker' and not pg_has_role(session_user, current_user, 'member') then
      raise exception 'jobs run as the worker role' using errcode = '42501';
    end if;
    r.actor_kind := 'job';
  elsif p_kind = 'key' then
    select k.id, k.organization_id, k.scopes into r.key_id, v_org, r.scopes
      from public.api_key k
      where k.key_hash = p_subject and k.revoked_at is null and (k.expires_at is null or k.expires_at > p_now);
    if found then
      select o.kind, o.status = 'verified', o.province into r.organization_kind, r.verified, r.province
        from public.organization o where o.id = v_org and o.status = 'verified';
      if found then
        r.actor_kind := 'apiKey';
        r.organization_id := v_org;
        update public.api_key set used_at = p_now where id = (select k.id from public.api_key k
          where k.id = r.key_id and (k.used_at is null or k.used_at < p_now - interval '5 minutes') for update skip locked);
      end if;
    end if;
  elsif p_kind in ('session', 'member', 'person') then
    if p_kind = 'session' then
      select s.person_id, s.organization_id into v_person, v_org
        from public.session s
        where s.id = p_subject::uuid and s.revoked_at is null and s.expires_at > p_now;
      -- At most once in five minutes, and never waiting for another request of the same session.
      update public.session set seen_at = p_now where id = (select s.id from public.session s
        where s.id = p_subject::uuid and v_person is not null and s.seen_at < p_now - interval '5 minutes' for update skip locked);
    else
      v_person := p_subject::uuid;
    end if;
    perform 1 from public.person p where p.id = v_person and p.disabled_at is null;
    if found then
      r.actor_kind := 'person';
      r.person_id := v_person;
      if p_kind <> 'person' and v_org is not null then
        select o.id, o.kind, m.role, o.status = 'verified', m.duties, o.province
          into r.organization_id, r.organization_kind, r.role, r.verified, r.duties, r.province
          from public.membership m join public.organization o on o.id = m.organization_id
          where m.person_id = v_person and m.organization_id = v_org and m.active
            and o.status in ('verified', 'pending', 'unclaimed');
        if found then r.actor_kind := 'member'; end if;
      end if;
    end if;
  end if;
  perform set_config('app.kind', r.actor_kind, true),
          set_config('app.person', coalesce(r.person_id::text, ''), true),
          set_config('app.session', case when p_kind = 'session' and r.person_id is not null then p_subject else '' end, true),
          set_config('app.org', coalesce(r.organization_id::text, ''), true),
          set_config('app.verified', case when r.verified then '1' else '' end, true),
          set_config('app.trades', case when r.verified and r.organization_kind <> 'operator' then '1' else '' end, true),
          set_config('app.role', coalesce(r.role::text, ''), true),
          set_config('app.officer', case when r.actor_kind = 'member' and r.verified
            and r.organization_kind = 'coordination_group' and r.duties && array['officer', 'secretary'] then '1' else '' end, true);
  return r;
end $$;
--> statement-breakpoint
-- All stances of the actor's organization and of its group: what the competitor wall compares with.
create function app.stances() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct s.key), '{}') from public.organization_stance s
  where s.organization_id in (
    select app.org() union
    select b.organization_id from public.organization_profile a
      join public.organization_profile b on b.group_id = a.group_id where a.organization_id = app.org())
$$;
--> statement-breakpoint
create function app.partner_postings() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(c.posting_id), '{}') from public.consent c
  where c.organization_id = app.org() and c.until is null
$$;
--> statement-breakpoint
create function app.my_introductions() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p where p.organization_id = app.org()
$$;
--> statement-breakpoint
create function app.open_introductions() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p
  join public.introduction i on i.id = p.introduction_id
  where p.organization_id = app.org() and i.state in ('accepted', 'ended')
$$;
--> statement-breakpoint
-- Replaces the stances that come from one source; an organization sets its own, officers and jobs any.
create function app.set_stances(p_org uuid, p_source text, p_keys text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if p_org is distinct from app.org() and not app.officer() and app.kind() <> 'job' then
    raise exception 'not the own organization' using errcode = '42501';
  end if;
  delete from public.organization_stance where organization_id = p_org and source = p_source;
  insert into public.organization_stance (organization_id, source, key)
    select p_org, p_source, k from unnest(p_keys) k group by k;
end $$;
--> statement-breakpoint
create function app.find_credential(p_email text) returns table (person_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, c.password_hash from public.person p join public.credential c on c.person_id = p.id
  where p.email = lower(p_email) and p.disabled_at is null
$$;
--> statement-breakpoint
create function app.set_password(p_person uuid, p_hash text, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if p_person is distinct from app.person() then raise exception 'not the own account' using errcode = '42501'; end if;
  insert into public.credential (person_id, password_hash, changed_at) values (p_person, p_hash, p_now)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
end $$;
--> statement-breakpoint
-- Makes an account; false where the address is taken, which the caller must not tell.
create function app.register_person(p_id uuid, p_public_id text, p_email text, p_name text, p_locale text, p_hash text, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.person (id, public_id, email, name, locale, created_at)
    values (p_id, p_public_id, lower(p_email), p_name, p_locale, p_now) on conflict (email) do nothing;
  if not found then return false; end if;
  if p_hash is not null then
    insert into public.credential (person_id, password_hash, changed_at) values (p_id, p_hash, p_now);
  end if;
  return true;
end $$;
--> statement-breakpoint
-- The person behind an external identity; links by verified address at first sight, null for strangers.
create function app.find_external(p_issuer text, p_subject text, p_verified_email text, p_id uuid, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
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
--> statement-breakpoint
-- Opens a session in the organization last used, else the first that the person belongs to.
create function app.open_session(p_id uuid, p_person uuid, p_agent text, p_now timestamptz, p_expires timestamptz)
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
--> statement-breakpoint
-- Seconds that a sign-in must wait, 0 for none. Wrong tries are counted three ways: by account and address together (strict),
-- by address, and by account. The last never stops an address from which the account was opened before: its true owner.
create function app.sign_in_wait(p_account text, p_address text, p_now timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max(ceil(extract(epoch from t.until - p_now)))::integer, 0) from public.sign_in_throttle t
  where t.until > p_now and (t.key in ('pair:' || p_account || ':' || p_address, 'address:' || p_address)
    or (t.key = 'account:' || p_account and not exists (select 1 from public.sign_in_throttle k
      where k.key = 'pair:' || p_account || ':' || p_address and k.opened_at > p_now - interval '90 days')))
$$;
--> statement-breakpoint
create function app.note_sign_in(p_account text, p_address text, p_opened boolean, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
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
--> statement-breakpoint
create function app.close_session(p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update public.session set revoked_at = p_now where id = app.session() and revoked_at is null
$$;
--> statement-breakpoint
-- The actor's own sessions but for the one in use; after a change of password none of them stands.
create function app.close_other_sessions(p_now timestamptz) returns integer
language sql security definer set search_path = pg_catalog, public as $$
  with closed as (update public.session set revoked_at = p_now
    where person_id = app.person() and id is distinct from app.session() and revoked_at is null and expires_at > p_now returning 1)
  select count(*)::integer from closed
$$;
--> statement-breakpoint
-- Keeps a token sent to an address: an account to be made ('register') or a password to be set anew ('reset').
-- True where the address has an account, which the caller may tell by mail to that address alone.
create function app.send_mail_token(p_id uuid, p_kind text, p_email text, p_payload jsonb, p_hash text, p_now timestamptz, p_expires timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_known boolean := exists (select 1 from public.person where email = lower(p_email));
begin
  delete from public.mail_token where expires_at < p_now - interval '1 day';
  if v_known = (p_kind = 'reset') then
    insert into public.mail_token (id, kind, email, payload, token_hash, created_at, expires_at)
      values (p_id, p_kind, lower(p_email), p_payload, p_hash, p_now, p_expires);
  end if;
  return v_known;
end $$;
--> statement-breakpoint
create function app.find_mail_token(p_hash text, p_kind text, p_now timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.email from public.mail_token t where t.token_hash = p_hash and t.kind = p_kind and t.used_at is null and t.expires_at > p_now
$$;
--> statement-breakpoint
-- Makes the account that waited for its address to be proved; null where the token is spent or the address taken meanwhile.
create function app.finish_registration(p_hash text, p_id uuid, p_public_id text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.mail_token;
begin
  update public.mail_token t set used_at = p_now
    where t.token_hash = p_hash and t.kind = 'register' and t.used_at is null and t.expires_at > p_now returning t.* into v;
  if v.id is null or not app.register_person(p_id, p_public_id, v.email, v.payload ->> 'name', v.payload ->> 'locale',
      v.payload ->> 'passwordHash', p_now) then return null; end if;
  update public.mail_token set payload = '{}' where id = v.id;
  return p_id;
end $$;
--> statement-breakpoint
-- Sets the password of whoever proved the address and ends all their sessions; null where the token is spent.
create function app.finish_reset(p_hash text, p_password text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  update public.mail_token t set used_at = p_now from public.person p
    where t.token_hash = p_hash and t.kind = 'reset' and t.used_at is null and t.expires_at > p_now
      and p.email = t.email and p.disabled_at is null returning p.id into v;
  if v is null then return null; end if;
  insert into public.credential (person_id, password_hash, changed_at) values (v, p_password, p_now)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update public.session set revoked_at = p_now where person_id = v and revoked_at is null;
  return v;
end $$;
--> statement-breakpoint
create function app.find_invitation(p_hash text, p_now timestamptz)
returns table (id uuid, email text, role public.member_role, name_zh text, name_en text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id, i.email, i.role, o.name_zh, o.name_en from public.invitation i join public.organization o on o.id = i.organization_id
  where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
$$;
--> statement-breakpoint
-- Takes an invitation once, by the person to whom its address belongs; answers the organization joined.
create function app.accept_invitation(p_hash text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.invitation;
begin
  update public.invitation i set accepted_at = p_now
    where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
      and i.email = (select p.email from public.person p where p.id = app.person())
    returning i.* into v;
  if v.id is null then return null; end if;
  insert into public.membership (organization_id, person_id, role, active, created_at)
    values (v.organization_id, app.person(), v.role, true, p_now)
    on conflict (organization_id, person_id) do update set active = true, role = excluded.role;
  return v.organization_id;
end $$;
--> statement-breakpoint
-- An invited stranger makes an account and joins in one step: the token proves the address. 'taken' where it has an account.
create function app.join_by_invitation(p_hash text, p_id uuid, p_public_id text, p_name text, p_locale text, p_password text, p_now timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.invitation;
begin
  select * into v from public.invitation i where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null
    and i.expires_at > p_now for update;
  if v.id is null then return 'gone'; end if;
  if not app.register_person(p_id, p_public_id, v.email, p_name, p_locale, p_password, p_now) then return 'taken'; end if;
  update public.invitation set accepted_at = p_now where id = v.id;
  insert into public.membership (organization_id, person_id, role, active, created_at) values (v.organization_id, p_id, v.role, true, p_now);
  return null;
end $$;
--> statement-breakpoint
-- A person registers a body that the directory does not hold: pending, with the person as its administrator and a claim to prove.
create function app.register_organization(p_id uuid, p_public_id text, p_claim uuid, p_claim_public_id text, p_data jsonb, p_flags text[], p_now timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.person() is null then raise exception 'nobody' using errcode = '42501'; end if;
  insert into public.organization (id, public_id, kind, status, name_zh, name_en, name_pinyin, country, province, links, created_at, updated_at)
    values (p_id, p_public_id, (p_data ->> 'kind')::public.organization_kind, 'pending', p_data ->> 'nameZh', p_data ->> 'nameEn',
      p_data ->> 'namePinyin', p_data ->> 'country', p_data ->> 'province',
      array(select jsonb_array_elements_text(p_data -> 'links')), p_now, p_now);
  insert into public.organization_profile (organization_id, updated_at) values (p_id, p_now);
  insert into public.membership (organization_id, person_id, role, active, created_at) values (p_id, app.person(), 'admin', true, p_now);
  insert into public.claim (id, public_id, organization_id, person_id, state, code_scheme, code, code_flags, statement, created_at)
    values (p_claim, p_claim_public_id, p_id, app.person(), 'open', p_data ->> 'codeScheme', p_data ->> 'code', p_flags, p_data ->> 'statement', p_now);
  update public.session set organization_id = p_id where id = app.session() and organization_id is null;
end $$;
--> statement-breakpoint
-- An officer decides a claim once. Approval verifies the organization, files its code and makes the claimant its administrator;
-- the other open claims on it are refused. Refusal withdraws a body that only this claim brought in.
create function app.decide_claim(p_claim uuid, p_approve boolean, p_reason text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.claim;
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.claim c set state = case when p_approve then 'approved' else 'refused' end::public.claim_state,
      decision_reason = p_reason, decided_by = app.person(), decided_at = p_now
    where c.id = p_claim and c.state = 'open' and c.person_id is distinct from app.person()
      and exists (select 1 from public.organization o where o.id = c.organization_id and o.status in ('unclaimed', 'pending'))
    returning c.* into v;
  if v.id is null then return null; end if;
  if p_approve then
    update public.organization set status = 'verified', updated_at = p_now where id = v.organization_id;
    insert into public.organization_profile (organization_id, code_scheme, code, code_flags, updated_at)
      values (v.organization_id, v.code_scheme, v.code, v.code_flags, p_now)
      on conflict (organization_id) do update set code_scheme = excluded.code_scheme, code = excluded.code,
        code_flags = excluded.code_flags, updated_at = p_now;
    insert into public.membership (organization_id, person_id, role, active, created_at)
      values (v.organization_id, v.person_id, 'admin', true, p_now)
      on conflict (organization_id, person_id) do update set role = 'admin', active = true;
    update public.claim set state = 'refused', decision_reason = 'claimedByAnother', decided_by = app.person(), decided_at = p_now
      where organization_id = v.organization_id and state = 'open';
    update public.session set organization_id = v.organization_id
      where person_id = v.person_id and organization_id is null and revoked_at is null;
  else
    update public.organization set status = 'withdrawn', updated_at = p_now where id = v.organization_id and status = 'pending';
  end if;
  return v.organization_id;
end $$;
--> statement-breakpoint
-- Suspends, reinstates or withdraws; null where the present status does not lead there. Whoever is not verified any more
-- has nothing on the market: its live postings are closed, and named so that their matches go too.
create function app.set_organization_status(p_org uuid, p_from public.organization_status[], p_to public.organization_status, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_closed uuid[];
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.organization set status = p_to, updated_at = p_now where id = p_org and status = any (p_from) and id is distinct from app.org();
  if not found then return null; end if;
  if p_to = 'verified' then return '{}'; end if;
  with closed as (update public.posting set state = 'closed', ended_at = p_now, updated_at = p_now
    where organization_id = p_org and state = 'published' returning id)
  select coalesce(array_agg(id), '{}') into v_closed from closed;
  update public.posting_part set state = 'ended' where organization_id = p_org and state = 'live';
  update public.posting_head set state = 'closed', ended_at = p_now where organization_id = p_org and state = 'published';
  return v_closed;
end $$;
--> statement-breakpoint
-- Puts an organization into a group kept by the secretariat, or into none; answers all whose walls this moves.
create function app.assign_group(p_org uuid, p_group uuid, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_before uuid;
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  select group_id into v_before from public.organization_profile where organization_id = p_org for update;
  insert into public.organization_profile (organization_id, group_id, updated_at) values (p_org, p_group, p_now)
    on conflict (organization_id) do update set group_id = p_group, updated_at = p_now;
  return array(select organization_id from public.organization_profile
    where group_id in (v_before, p_group) or organization_id = p_org);
end $$;
--> statement-breakpoint
-- Writes both sides of an introduction; refuses one's own posting, one that is not live, and a second open request.
create function app.add_parties(p_introduction uuid, p_name text, p_email text, p_phone text)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare i public.introduction; v_asked uuid; v_asking uuid;
begin
  select * into i from public.introduction where id = p_introduction and state = 'sent'
    and not exists (select 1 from public.introduction_party p where p.introduction_id = p_introduction);
  if i.id is null or app.org() is null or not app.verified() then return 'NOT_FOUND'; end if;
  select organization_id into v_asked from public.posting_head where posting_id = i.asked_posting_id and state = 'published';
  if v_asked is null then return 'NOT_FOUND'; end if;
  if v_asked = app.org() then return 'WRONG_STATE'; end if;
  if i.asking_posting_id is not null then
    select organization_id into v_asking from public.posting_head where posting_id = i.asking_posting_id and state = 'published';
    if v_asking is distinct from app.org() then return 'NOT_FOUND'; end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(app.org()::text || i.asked_posting_id::text, 7));
  if exists (select 1 from public.introduction j join public.introduction_party p on p.introduction_id = j.id and p.side = 'asking'
      where j.asked_posting_id = i.asked_posting_id and p.organization_id = app.org() and j.state in ('sent', 'accepted') and j.id <> i.id) then
    return 'CONFLICT';
  end if;
  insert into public.introduction_party (introduction_id, side, organization_id, contact_person_id, contact_name, contact_email, contact_phone)
    values (i.id, 'asking', app.org(), app.person(), p_name, p_email, p_phone), (i.id, 'asked', v_asked, null, null, null, null);
  return null;
end $$;
--> statement-breakpoint
-- Consent on both postings of an accepted introduction, for the other side of each.
create function app.open_consent(p_introduction uuid, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
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
--> statement-breakpoint
create function app.close_consent(p_introduction uuid, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update public.consent c set until = p_now
  where c.introduction_id = p_introduction and c.until is null
    and exists (select 1 from public.introduction i where i.id = p_introduction and i.state = 'ended')
    and exists (select 1 from public.introduction_party p where p.introduction_id = p_introduction and p.organization_id = app.org())
$$;
--> statement-breakpoint
-- Records that the actor read a confidential part; the owner is looked up here because the reader may not know it.
create function app.log_disclosure(p_posting uuid, p_version integer, p_level text, p_purpose text, p_id uuid, p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.disclosure_read (id, owner_organization_id, posting_id, version, level, purpose, reader_organization_id, reader_person_id, at)
  select p_id, p.organization_id, p.id, p_version, p_level, p_purpose, app.org(), app.person(), p_now
  from public.posting p where p.id = p_posting and p.organization_id is distinct from app.org()
$$;
--> statement-breakpoint
-- An officer's decision on the version under review. False where somebody else decided first; never on one's own posting.
create function app.decide_posting(p_posting uuid, p_version integer, p_publish boolean, p_now timestamptz, p_until timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.posting set
      state = case when p_publish then 'published' else 'returned' end::public.posting_state,
      live_version = case when p_publish then p_version else live_version end,
      published_at = case when p_publish then p_now else published_at end,
      valid_until = case when p_publish then p_until else valid_until end,
      ended_at = case when p_publish then null else ended_at end,
      updated_at = p_now
    where id = p_posting and version = p_version and state = 'in_review'
      and organization_id is distinct from app.org() and submitted_by is distinct from app.person();
  if not found then return false; end if;
  if p_publish then
    update public.posting_part set state = 'past' where posting_id = p_posting and state in ('live', 'ended');
    update public.posting_part set state = 'live', published_at = p_now, valid_until = p_until
      where posting_id = p_posting and version = p_version;
    insert into public.posting_head (posting_id, organization_id, public_id, kind, state)
      select id, organization_id, public_id, kind, 'published' from public.posting where id = p_posting
      on conflict (posting_id) do update set state = 'published', ended_at = null;
  else
    update public.posting_part set state = 'returned' where posting_id = p_posting and version = p_version;
  end if;
  return true;
end $$;
--> statement-breakpoint
-- The owner prolongs a published or expired posting; the reviewed version stays what it was.
create function app.renew_posting(p_posting uuid, p_until timestamptz, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_version integer;
begin
  if p_until > p_now + interval '366 days' then raise exception 'at most a year' using errcode = '42501'; end if;
  update public.posting set state = 'published', valid_until = p_until, ended_at = null, updated_at = p_now
    where id = p_posting and organization_id = app.org() and state in ('published', 'expired') and live_version is not null
    returning live_version into v_version;
  if v_version is null then return false; end if;
  update public.posting_part set state = 'live', valid_until = p_until where posting_id = p_posting and version = v_version;
  update public.posting_head set state = 'published', ended_at = null where posting_id = p_posting;
  return true;
end $$;
--> statement-breakpoint
-- What the author told the reviewer about a version under review; the version's row itself holds fields of level own.
create function app.change_note(p_posting uuid) returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select v.change_note from public.posting p join public.posting_version v on v.posting_id = p.id and v.version = p.version
  where p.id = p_posting and p.state = 'in_review' and app.officer()
$$;
--> statement-breakpoint
-- Keeps posting_tally in step with the parts that everyone reads of live postings.
create function app.tally_part() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op <> 'INSERT' and old.state = 'live' then
    update public.posting_tally set live = live - 1 where kind = old.kind and concept = old.concept;
  end if;
  if tg_op <> 'DELETE' and new.state = 'live' then
    insert into public.posting_tally as t (kind, concept, link, live) values (new.kind, new.concept, new.link, 1)
      on conflict (kind, concept) do update set live = t.live + 1, link = excluded.link;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger posting_part_appears after insert on posting_part for each row
  when (new.level = 'everyone' and not new.walled and new.state = 'live') execute function app.tally_part();
--> statement-breakpoint
create trigger posting_part_moves after update of state on posting_part for each row
  when (new.level = 'everyone' and not new.walled and old.state <> new.state) execute function app.tally_part();
--> statement-breakpoint
create trigger posting_part_goes after delete on posting_part for each row
  when (old.level = 'everyone' and not old.walled and old.state = 'live') execute function app.tally_part();
--> statement-breakpoint
-- Live postings by kind, link and concept: three facts that everyone may read of each, so the counts tell nothing more.
-- One line each, "kind link concept count"; as JSON it would cost every list three times as much.
create function app.live_counts() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(string_agg(kind || ' ' || link || ' ' || concept || ' ' || live, E'\n'), '') from public.posting_tally where live > 0
$$;
--> statement-breakpoint
-- Who may read the board: officers of the coordination group and members of a verified regulator.
create function app.board_reader() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() or (app.kind() = 'member' and app.verified()
    and exists (select 1 from public.organization o where o.id = app.org() and o.kind = 'regulator'))
$$;
--> statement-breakpoint
-- The exchange in figures, sums over all firms and nothing of one. A reason that fewer than five introductions share
-- is not told apart from the others. p_since bounds what is counted over time.
create function app.board_exchange(p_since timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  return jsonb_build_object(
    'matches', (select count(*) from match m join posting_head h on h.posting_id = m.own_posting_id
      where h.kind = 'need' and h.state = 'published'),
    'matchesAt', (select max(m.computed_at) from match m),
    'introductions', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) n from introduction group by state) x),
    'answers', (select coalesce(jsonb_agg(jsonb_build_array(sent, answered, n)), '[]') from (
      select (sent_at at time zone 'Asia/Shanghai')::date sent, (answered_at at time zone 'Asia/Shanghai')::date answered, count(*) n
      from introduction where answered_at is not null and sent_at >= p_since group by 1, 2) x),
    'declined', (select count(*) from introduction where state = 'declined' and sent_at >= p_since),
    'declineReasons', (select coalesce(jsonb_object_agg(decline_reason, n), '{}') from (
      select decline_reason, count(*) n from introduction where state = 'declined' and decline_reason is not null and sent_at >= p_since
      group by decline_reason having count(*) >= 5) x),
    'outcomes', (select coalesce(jsonb_object_agg(step, n), '{}') from (
      select step, count(distinct introduction_id) n from ledger_entry where state = 'confirmed' group by step) x),
    'organizations', (select coalesce(jsonb_object_agg(kind, n), '{}') from (
      select kind, count(*) n from organization where status = 'verified' group by kind) x));
end $$;
--> statement-breakpoint
-- Live needs by concept, and how many of them no match of at least p_score answers.
create function app.board_needs(p_score double precision, p_now timestamptz)
returns table (concept text, link text, needs integer, unanswered integer, oldest timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  return query select p.concept, p.link, count(*)::int, (count(*) filter (where best.score is null))::int,
      min(p.published_at) filter (where best.score is null)
    from posting_part p
    left join lateral (select m.score from match m where m.own_posting_id = p.posting_id
      and m.score >= p_score and not coalesce((m.result ->> 'breaksHard')::boolean, false) limit 1) best on true
    where p.kind = 'need' and p.level = 'everyone' and not p.walled and p.state = 'live' and p.valid_until > p_now
    group by p.concept, p.link;
end $$;
--> statement-breakpoint
create function app.notify_outbox() returns trigger language plpgsql as $$
begin perform pg_notify('lilink_outbox', ''); return null; end $$;
--> statement-breakpoint
create trigger outbox_notify after insert on outbox for each statement execute function app.notify_outbox();
