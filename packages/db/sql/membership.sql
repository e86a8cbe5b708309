-- Who belongs to an organization with which role and duties, and how people are invited.

-- membership
grant select on membership to lilink_app;
grant update (role, active) on membership to lilink_app;
grant select on membership to lilink_worker;
create policy worker on membership to lilink_worker using (true) with check (true);
create policy admin_edit on membership for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
create policy own_or_self on membership for select to lilink_app
  using (organization_id = (select app.org()) or person_id = (select app.person()) or (select app.officer()));

-- invitation
grant select, insert on invitation to lilink_app;
grant update (revoked_at) on invitation to lilink_app;
create policy proven on invitation as restrictive for insert to lilink_app with check ((select app.proven()));
create policy admin_only on invitation to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));

-- Accepts an invitation. A person who returns begins without earlier duties.
create or replace function app.accept_invitation(p_hash text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.invitation;
begin
  update public.invitation i set accepted_at = p_now
    where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
      and i.email = (select p.email from public.person p where p.id = app.person())
      and exists (select 1 from public.organization o where o.id = i.organization_id and o.status in ('verified', 'pending', 'unclaimed'))
    returning i.* into v;
  if v.id is null then return null; end if;
  insert into public.membership as m (organization_id, person_id, role, active, created_at)
    values (v.organization_id, app.person(), v.role, true, p_now)
    on conflict (organization_id, person_id) do update set active = true, role = case when m.active then m.role else excluded.role end,
      duties = case when m.active then m.duties else '{}' end;
  return v.organization_id;
end $$;

-- Makes an account for an invited person and joins them: the token proves the address. Returns 'taken' if it has an account.
create or replace function app.join_by_invitation(
  p_hash text, p_id uuid, p_public_id text, p_name text, p_locale text, p_password text, p_terms text, p_now timestamptz
) returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.invitation;
begin
  perform app.require_proof();
  select * into v from public.invitation i where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null
    and i.expires_at > p_now for update;
  if v.id is null then return 'gone'; end if;
  if not app.register_person(p_id, p_public_id, v.email, p_name, p_locale, p_password, p_now) then return 'taken'; end if;
  insert into public.terms_consent (person_id, version, agreed_at) values (p_id, p_terms, p_now);
  update public.invitation set accepted_at = p_now where id = v.id;
  insert into public.membership (organization_id, person_id, role, active, created_at) values (v.organization_id, p_id, v.role, true, p_now);
  return null;
end $$;

create or replace function app.find_invitation(p_hash text, p_now timestamptz)
returns table (id uuid, email text, role public.member_role, name_zh text, name_en text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id, i.email, i.role, o.name_zh, o.name_en from public.invitation i join public.organization o on o.id = i.organization_id
  where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
$$;

-- The three offices of the operator are given and taken on the machine itself, not by the app.
create or replace function app.keep_office() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and old.duties && array['system_admin', 'security_admin', 'audit_admin'] and old.person_id is distinct from app.person() then
    raise exception 'an office of somebody else' using errcode = '42501';
  end if;
  return new;
end $$;

-- The three administrators are three different people, whoever writes the duties.
create or replace function app.separate_duties()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select count(distinct d) from public.membership m, unnest(m.duties) d where m.person_id = new.person_id and m.active
      and d in ('system_admin', 'security_admin', 'audit_admin')) > 1 then
    raise exception 'one person holds one of the three offices' using errcode = '23514';
  end if;
  return null;
end $$;

-- Records when a membership ended. It comes back only by an invitation that the person accepts.
create or replace function app.note_membership_end() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.active and not old.active and current_user = 'lilink_app' then
    raise exception 'whoever left is invited' using errcode = '42501';
  end if;
  new.ended_at := case when new.active then null when old.active then now() else old.ended_at end;
  return new;
end $$;

grant execute on function
  app.accept_invitation(text, timestamptz),
  app.join_by_invitation(text, uuid, text, text, text, text, text, timestamptz),
  app.find_invitation(text, timestamptz)
to lilink_app;
create trigger membership_ended before update of active on membership for each row
  execute function app.note_membership_end();
create constraint trigger membership_separated after insert or update of duties, active on membership not deferrable initially immediate for each row
  execute function app.separate_duties();
create trigger office_kept before update on membership for each row
  execute function app.keep_office();
