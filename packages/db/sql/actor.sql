-- Who is acting, and which offices, duties and rights the actor holds. Policies of every other file ask these functions.
-- Each transaction begins with app.become; what it sets lasts until the transaction ends.

grant usage on schema public, app to lilink_app, lilink_worker;

create or replace function app.kind() returns text language sql stable as
  $$ select coalesce(nullif(current_setting('app.kind', true), ''), 'anonymous') $$;

create or replace function app.person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;

create or replace function app.org() returns uuid language sql stable as
  $$ select nullif(current_setting('app.org', true), '')::uuid $$;

create or replace function app.session() returns uuid language sql stable as
  $$ select nullif(current_setting('app.session', true), '')::uuid $$;

create or replace function app.verified() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.verified', true), '') = '1' $$;

-- An officer or secretary of the coordination group. A viewer is neither, even with a duty from an earlier role.
create or replace function app.officer() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.officer', true), '') = '1' and coalesce(current_setting('app.role', true), '') <> 'viewer' $$;

-- Whether the actor reads what is for members: its organization is verified, and its approval can no longer be undone. [OR16]
create or replace function app.reads_members() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.reads_members', true), '') = '1' $$;

-- Whether the actor reads parts of level `member`: it reads what is for members, and its organization does not run the platform.
create or replace function app.trades() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.trades', true), '') = '1' $$;

create or replace function app.is_admin() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.role', true), '') = 'admin' $$;

-- Whether the transaction has an actor. Without one, every policy refuses, even for rows that everyone may read.
create or replace function app.acted() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.kind', true), '') <> '' $$;

-- Whether the actor holds an office of the operator, by the current membership.
create or replace function app.holds(p_duty text)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
    where m.person_id = app.person() and m.organization_id = app.org() and m.active and o.kind = 'operator' and o.status = 'verified'
      and p_duty = any (m.duties))
$$;

-- An officer who also holds the duty of secretary.
create or replace function app.secretary()
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() and exists (select 1 from public.membership m where m.person_id = app.person()
    and m.organization_id = app.org() and m.active and 'secretary' = any (m.duties))
$$;

-- Whether the actor reads the whole log: the audit administrator of the operator. A person of two bodies does not, since
-- the secretariat's entries tell about every firm.
create or replace function app.audits()
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.kind() = 'member' and app.other_bodies() = '{}' and exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
    where m.person_id = app.person() and m.organization_id = app.org() and m.active and 'audit_admin' = any (m.duties)
      and o.kind = 'operator' and o.status = 'verified');
end $$;

-- Whether the actor files returns: an administrator or editor who holds no seat in the group, or a key made for returns.
create or replace function app.files()
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select (app.kind() = 'apiKey' and coalesce(current_setting('app.returns', true), '') = '1')
    or exists (select 1 from public.membership m where m.person_id = app.person()
      and m.organization_id = app.org() and m.active and m.role in ('admin', 'editor') and not 'delegate' = any (m.duties))
$$;

-- Whether the actor checks returns of an organization: an officer, or a member of the verified regulator of the province in
-- which the return was owed.
create or replace function app.checks(p_org uuid, p_province text)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() or (app.kind() = 'member' and app.verified() and p_org <> app.org() and p_province is not null
    and exists (select 1 from public.organization o where o.id = app.org() and o.kind = 'regulator' and o.province = p_province))
$$;

-- The province of which the actor's verified body is the regulator; null for everybody else, and for people of several bodies.
create or replace function app.regulates()
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select o.province from public.organization o where app.kind() = 'member' and app.verified() and not app.of_several()
    and o.id = app.org() and o.kind = 'regulator'
$$;

-- Whether a person of several bodies acts for the secretariat or a regulator. Such a person handles no introduction for it.
create or replace function app.of_several()
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.other_bodies() <> '{}';
end $$;

-- Whether the actor is, or within the last year was, a member. The year keeps people from leaving a firm for one decision.
create or replace function app.belongs(p_org uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.membership m where m.organization_id = p_org and m.person_id = app.person()
    and (m.active or m.ended_at > now() - interval '1 year'))
$$;

-- Sets the actor for this transaction and returns it; a principal that is no longer valid becomes anonymous.
-- p_kind: session or listener (a session's open stream, which does not count as use), member, person, key, job, anonymous.
-- A key whose maker holds a seat in the coordination group carries no right to returns.
create or replace function app.become(
  p_kind text, p_subject text default null, p_org uuid default null, p_now timestamptz default now()
) returns app.actor_row language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r app.actor_row;
  v_person uuid;
  v_org uuid := p_org;
  v_reads boolean := false;
begin
  r.actor_kind := 'anonymous';
  if p_kind = 'job' then
    if session_user not like '%worker' and not pg_has_role(session_user, current_user, 'member') then
      raise exception 'jobs run as the worker role' using errcode = '42501';
    end if;
    r.actor_kind := 'job';
  elsif p_kind = 'key' then
    select k.id, k.organization_id, array(select s from unnest(k.scopes) s where not ('delegate' = any (m.duties) and starts_with(s, 'returns:')))
      into r.key_id, v_org, r.scopes
      from public.api_key k
      join public.membership m on m.person_id = k.created_by and m.organization_id = k.organization_id and m.active and m.role = 'admin'
      join public.person p on p.id = m.person_id and p.disabled_at is null
      where k.key_hash = p_subject and k.revoked_at is null and (k.expires_at is null or k.expires_at > p_now);
    if found then
      select o.kind, o.status = 'verified', o.province, o.members_from is null or o.members_from <= p_now
        into r.organization_kind, r.verified, r.province, v_reads
        from public.organization o where o.id = v_org and o.status = 'verified';
      if found then
        r.actor_kind := 'apiKey';
        r.organization_id := v_org;
        update public.api_key set used_at = p_now where id = (select k.id from public.api_key k
          where k.id = r.key_id and (k.used_at is null or k.used_at < p_now - interval '5 minutes') for update skip locked);
      end if;
    end if;
  elsif p_kind in ('session', 'listener', 'member', 'person') then
    if p_kind in ('session', 'listener') then
      select s.person_id, case when s.limited is null then s.organization_id end into v_person, v_org
        from public.session s
        where s.id = p_subject::uuid and s.revoked_at is null and s.expires_at > p_now
          and s.seen_at > p_now - interval '12 hours';
      -- At most once in five minutes, and never waiting for another request of the same session.
      update public.session set seen_at = p_now where id = (select s.id from public.session s
        where p_kind = 'session' and s.id = p_subject::uuid and v_person is not null and s.seen_at < p_now - interval '5 minutes' for update skip locked);
    else
      v_person := p_subject::uuid;
    end if;
    perform 1 from public.person p where p.id = v_person and p.disabled_at is null;
    if found then
      r.actor_kind := 'person';
      r.person_id := v_person;
      if p_kind <> 'person' and v_org is not null then
        select o.id, o.kind, m.role, o.status = 'verified', m.duties, o.province, o.members_from is null or o.members_from <= p_now
          into r.organization_id, r.organization_kind, r.role, r.verified, r.duties, r.province, v_reads
          from public.membership m join public.organization o on o.id = m.organization_id
          where m.person_id = v_person and m.organization_id = v_org and m.active
            and o.status in ('verified', 'pending', 'unclaimed');
        if found then r.actor_kind := 'member'; end if;
      end if;
    end if;
  end if;
  perform set_config('app.kind', r.actor_kind, true),
          set_config('app.person', coalesce(r.person_id::text, ''), true),
          set_config('app.session', case when p_kind in ('session', 'listener') and r.person_id is not null then p_subject else '' end, true),
          set_config('app.org', coalesce(r.organization_id::text, ''), true),
          set_config('app.verified', case when r.verified then '1' else '' end, true),
          set_config('app.reads_members', case when r.verified and v_reads then '1' else '' end, true),
          set_config('app.trades', case when r.verified and v_reads and r.organization_kind <> 'operator' then '1' else '' end, true),
          set_config('app.role', coalesce(r.role::text, ''), true),
          set_config('app.returns', case when r.actor_kind = 'apiKey' and r.scopes && array['returns:read', 'returns:write'] then '1' else '' end, true),
          set_config('app.officer', case when r.actor_kind = 'member' and r.verified
            and r.organization_kind = 'coordination_group' and r.duties && array['officer', 'secretary'] then '1' else '' end, true);
  return r;
end $$;

-- Who reads the board: officers of the coordination group and members of a verified regulator.
create or replace function app.board_reader()
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() or (app.kind() = 'member' and app.verified()
    and exists (select 1 from public.organization o where o.id = app.org() and o.kind = 'regulator'))
$$;

grant execute on function
  app.kind(),
  app.person(),
  app.org(),
  app.session(),
  app.verified(),
  app.officer(),
  app.reads_members(),
  app.trades(),
  app.is_admin(),
  app.acted(),
  app.audits(),
  app.become(text, text, uuid, timestamptz),
  app.board_reader()
to lilink_app, lilink_worker;
grant execute on function
  app.holds(text),
  app.secretary(),
  app.files(),
  app.checks(uuid, text),
  app.of_several(),
  app.regulates(),
  app.belongs(uuid)
to lilink_app;
