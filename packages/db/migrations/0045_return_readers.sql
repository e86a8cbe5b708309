-- A regulator reads the returns of its province, so it does not choose the province: it stands as it was when it was verified.
create function app.keep_province() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and old.kind = 'regulator' and new.province is distinct from old.province then
    raise exception 'a regulator keeps its province' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
revoke all on function app.keep_province() from public;
--> statement-breakpoint
create trigger province_kept before update of province on organization for each row execute function app.keep_province();
--> statement-breakpoint
-- As before; whoever only reads for a regulator decides nothing for it.
create or replace function app.decide_return(p_form uuid, p_version integer, p_verify boolean, p_text text, p_id uuid, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and version = p_version and state in ('submitted', 'resubmitted') for update;
  if f.id is null or not app.checks(f.organization_id, f.province) or coalesce(current_setting('app.role', true), '') = 'viewer' then return false; end if;
  if f.submitted_by is not distinct from app.person() or (f.submitted_by is null and f.organization_id = app.org())
    or exists (select 1 from public.return_value v where v.form_id = f.id and v.changed_by = app.person())
    or exists (select 1 from public.membership m where m.organization_id = f.organization_id and m.person_id = app.person() and f.organization_id <> app.org())
    or f.organization_id = any (app.barred())
  then raise exception 'maker and checker are one person, or of one interest' using errcode = '42501'; end if;
  if p_verify then
    update public.return_form set state = 'verified', verified_version = f.version, checked_by = app.person(), checked_at = p_now, updated_at = p_now where id = f.id;
  else
    perform app.copy_return(f.id, f.version);
    update public.return_form set state = 'queried', version = f.version + 1, checked_by = null, checked_at = null, submitted_by = null, updated_at = p_now where id = f.id;
  end if;
  insert into public.return_event (id, form_id, organization_id, version, kind, "text", by_person, by_organization, at)
    values (p_id, f.id, f.organization_id, f.version, case when p_verify then 'verified' else 'queried' end, p_text, app.person(), app.org(), p_now);
  return true;
end $$;
--> statement-breakpoint
-- As before; a program touches returns where its key names them.
create or replace function app.files() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select (app.kind() = 'apiKey' and coalesce(current_setting('app.returns', true), '') = '1')
    or exists (select 1 from public.membership m where m.person_id = app.person()
      and m.organization_id = app.org() and m.active and m.role in ('admin', 'editor') and not 'delegate' = any (m.duties))
$$;
--> statement-breakpoint
-- As before; a key whose maker holds the seat in the coordination group names no returns, whenever the seat was taken.
create or replace function app.become(p_kind text, p_subject text default null, p_org uuid default null, p_now timestamptz default now())
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
    select k.id, k.organization_id, array(select s from unnest(k.scopes) s where not ('delegate' = any (m.duties) and starts_with(s, 'returns:')))
      into r.key_id, v_org, r.scopes
      from public.api_key k
      join public.membership m on m.person_id = k.created_by and m.organization_id = k.organization_id and m.active and m.role = 'admin'
      join public.person p on p.id = m.person_id and p.disabled_at is null
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
          set_config('app.session', case when p_kind in ('session', 'listener') and r.person_id is not null then p_subject else '' end, true),
          set_config('app.org', coalesce(r.organization_id::text, ''), true),
          set_config('app.verified', case when r.verified then '1' else '' end, true),
          set_config('app.trades', case when r.verified and r.organization_kind <> 'operator' then '1' else '' end, true),
          set_config('app.role', coalesce(r.role::text, ''), true),
          set_config('app.returns', case when r.actor_kind = 'apiKey' and r.scopes && array['returns:read', 'returns:write'] then '1' else '' end, true),
          set_config('app.officer', case when r.actor_kind = 'member' and r.verified
            and r.organization_kind = 'coordination_group' and r.duties && array['officer', 'secretary'] then '1' else '' end, true);
  return r;
end $$;
