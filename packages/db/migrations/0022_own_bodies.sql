-- Whether the acting person is an active member of an organization, for whichever organization it acts now.
create function app.belongs(p_org uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.membership m where m.organization_id = p_org and m.person_id = app.person() and m.active)
$$;
--> statement-breakpoint
revoke all on function app.belongs(uuid) from public;
--> statement-breakpoint
grant execute on function app.belongs(uuid) to lilink_app;
--> statement-breakpoint
-- As before; nobody decides on what belongs to a body of which they are a member themselves, for whomever they act.
create or replace function app.decide_posting(p_posting uuid, p_version integer, p_publish boolean, p_now timestamptz, p_until timestamptz)
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
      and organization_id is distinct from app.org() and submitted_by is distinct from app.person() and not app.belongs(organization_id);
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
create or replace function app.decide_claim(p_claim uuid, p_approve boolean, p_reason text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.claim;
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.claim c set state = case when p_approve then 'approved' else 'refused' end::public.claim_state,
      decision_reason = p_reason, decided_by = app.person(), decided_at = p_now
    where c.id = p_claim and c.state = 'open' and c.person_id is distinct from app.person() and not app.belongs(c.organization_id)
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
create or replace function app.decide_report(p_public_id text, p_finding text, p_note text, p_now timestamptz)
returns table (id uuid, reporter uuid, about uuid) language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query update public.abuse_report r
    set finding = p_finding, note = p_note, decided_by = app.person(), decided_at = p_now
    where r.public_id = p_public_id and r.finding is null and app.org() not in (r.organization_id, r.about_organization_id)
      and not app.belongs(r.organization_id) and not app.belongs(r.about_organization_id)
    returning r.id, r.organization_id, r.about_organization_id;
end $$;
--> statement-breakpoint
create or replace function app.set_organization_status(p_org uuid, p_from public.organization_status[], p_to public.organization_status, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_closed uuid[];
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.organization set status = p_to, updated_at = p_now where id = p_org and status = any (p_from) and id is distinct from app.org() and not app.belongs(id);
  if not found then return null; end if;
  if p_to = 'verified' then return '{}'; end if;
  with closed as (update public.posting set state = 'closed', ended_at = p_now, updated_at = p_now
    where organization_id = p_org and state = 'published' returning id)
  select coalesce(array_agg(id), '{}') into v_closed from closed;
  update public.posting_part set state = 'ended' where organization_id = p_org and state = 'live';
  update public.posting_head set state = 'closed', ended_at = p_now where organization_id = p_org and state = 'published';
  return v_closed;
end $$;
