-- Organizations, their profiles and groups, and claims on them. Everyone reads the directory; profiles are the organization's own.

-- organization
grant select on organization to lilink_app;
grant update (name_zh, name_en, name_pinyin, province, links, description, website, logo, updated_at) on organization to lilink_app;
grant select on organization to lilink_worker;
create policy worker on organization to lilink_worker using (true) with check (true);
create policy directory on organization for select to lilink_app using (
  status in ('unclaimed', 'verified') or id = (select app.org()) or (select app.officer())
  or exists (select 1 from claim c where c.organization_id = organization.id and c.person_id = (select app.person()))
  or exists (select 1 from membership m where m.organization_id = organization.id and m.person_id = (select app.person())));
create policy own_edit on organization for update to lilink_app
  using (id = (select app.org()) and (select app.is_admin())) with check (id = (select app.org()) and (select app.is_admin()));

-- organization_profile
grant select on organization_profile to lilink_app;
grant update (contact_name, contact_email, contact_phone, offers, needs, updated_at, size) on organization_profile to lilink_app;
grant select on organization_profile to lilink_worker;
create policy worker on organization_profile to lilink_worker using (true) with check (true);
create policy own_edit on organization_profile for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
create policy own_or_officer on organization_profile for select to lilink_app
  using (organization_id = (select app.org()) or (select app.officer()));

-- organization_group
grant select, insert on organization_group to lilink_app;
grant select on organization_group to lilink_worker;
create policy worker on organization_group to lilink_worker using (true) with check (true);
create policy officer on organization_group to lilink_app using ((select app.officer())) with check ((select app.officer()));

-- claim
grant select, insert on claim to lilink_app;
grant update (state, decided_at) on claim to lilink_app;
grant select on claim to lilink_worker;
create policy worker on claim to lilink_worker using (true) with check (true);
create policy claimant on claim for insert to lilink_app with check (person_id = (select app.person()) and state = 'open');
create policy claimant_or_officer on claim for select to lilink_app using (person_id = (select app.person()) or (select app.officer()));
create policy withdraw on claim for update to lilink_app
  using (person_id = (select app.person()) and state = 'open')
  with check (person_id = (select app.person()) and state = 'withdrawn');

-- Registers a body that the directory does not have: pending, with the person as administrator and a claim to prove.
create or replace function app.register_organization(
  p_id uuid, p_public_id text, p_claim uuid, p_claim_public_id text, p_data jsonb, p_flags text[], p_now timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
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

-- Decides a claim once. Approval verifies the organization, files its code, makes the claimant its administrator and refuses
-- other open claims. Refusal withdraws a body that only this claim brought in, and what it had handed in goes back with the reason.
create or replace function app.decide_claim(p_claim uuid, p_approve boolean, p_reason text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.claim;
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.claim c set state = case when p_approve then 'approved' else 'refused' end::public.claim_state,
      decision_reason = p_reason, decided_by = app.person(), decided_at = p_now,
      status_before = case when p_approve then (select o.status from public.organization o where o.id = c.organization_id) end
    where c.id = p_claim and c.state = 'open' and c.person_id is distinct from app.person() and not app.belongs(c.organization_id)
      and c.organization_id <> all (app.barred())
      and exists (select 1 from public.organization o where o.id = c.organization_id and o.status in ('unclaimed', 'pending'))
    returning c.* into v;
  if v.id is null then return null; end if;
  if p_approve then
    update public.organization set status = 'verified', members_from = p_now + interval '10 minutes', updated_at = p_now
      where id = v.organization_id;
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
    if found then
      insert into public.posting_review (id, posting_id, organization_id, version, decision, failed_criteria, reason, reviewed_by, reviewed_at)
        select gen_random_uuid(), p.id, p.organization_id, p.version, 'returned', array['organization_entitled'], p_reason, app.person(), p_now
          from public.posting p where p.organization_id = v.organization_id and p.state = 'in_review';
      update public.posting_part set state = 'returned' where organization_id = v.organization_id and state = 'review';
      update public.posting set state = 'returned', updated_at = p_now where organization_id = v.organization_id and state = 'in_review';
    end if;
  end if;
  return v.organization_id;
end $$;

-- Takes an approval back within ten minutes, before the body reads what is for members: the body is what it was, its code free, the
-- claim and those that fell with it open again, its postings off the market: what was published with the approval waits for review
-- again. Null where it is too late or the status has changed.
create or replace function app.undo_claim(p_claim uuid, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.claim; v_closed uuid[]; v_again uuid[];
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  select c.* into v from public.claim c join public.organization o on o.id = c.organization_id
    where c.id = p_claim and c.state = 'approved' and c.status_before is not null and o.status = 'verified' and o.members_from > p_now
      and c.person_id is distinct from app.person() and not app.belongs(c.organization_id) and c.organization_id <> all (app.barred())
    for update of c, o;
  if v.id is null then return null; end if;
  with again as (update public.posting set state = 'in_review', live_version = null, published_at = null, valid_until = null, updated_at = p_now
    where organization_id = v.organization_id and state = 'published' and live_version = version and published_at = v.decided_at returning id)
  select coalesce(array_agg(id), '{}') into v_again from again;
  update public.posting_part set state = 'review', published_at = null, valid_until = null where posting_id = any (v_again) and state = 'live';
  update public.posting_head set state = 'closed', ended_at = p_now where posting_id = any (v_again);
  v_closed := v_again || app.close_postings(v.organization_id, p_now);
  update public.organization set status = v.status_before, members_from = null, updated_at = p_now where id = v.organization_id;
  update public.organization_profile set code_scheme = null, code = null, code_flags = '{}', updated_at = p_now
    where organization_id = v.organization_id;
  if v.status_before = 'unclaimed' then
    update public.membership set active = false, ended_at = p_now where organization_id = v.organization_id and person_id = v.person_id;
  end if;
  update public.claim set state = 'open', decision_reason = null, decided_by = null, decided_at = null, status_before = null
    where id = v.id or (organization_id = v.organization_id and decision_reason = 'claimedByAnother' and decided_at = v.decided_at);
  return v_closed;
end $$;

-- The median of the last twenty decisions in hours, for those who wait; below five decisions nothing, and never one by itself. A claim
-- that fell because another's was approved was not weighed.
create or replace function app.claim_pace() returns table (decided int, hours double precision)
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int, case when count(*) >= 5 then
      percentile_cont(0.5) within group (order by extract(epoch from c.decided_at - c.created_at)::double precision / 3600) end
    from (select decided_at, created_at from public.claim where state <> 'open' and decided_at is not null
        and decision_reason is distinct from 'claimedByAnother' order by decided_at desc, id limit 20) c
$$;

-- Takes the live postings of a body off the market and returns them, so that their matches go too. Other functions call it.
create or replace function app.close_postings(p_org uuid, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_closed uuid[];
begin
  with closed as (update public.posting set state = 'closed', ended_at = p_now, updated_at = p_now
    where organization_id = p_org and state = 'published' returning id)
  select coalesce(array_agg(id), '{}') into v_closed from closed;
  update public.posting_part set state = 'ended' where organization_id = p_org and state = 'live';
  update public.posting_head set state = 'closed', ended_at = p_now where organization_id = p_org and state = 'published';
  return v_closed;
end $$;

-- Suspends, reinstates or withdraws; null if the present status does not allow it. A body that is no longer verified leaves the
-- market: its live postings close and are returned, so that their matches go too.
create or replace function app.set_organization_status(
  p_org uuid, p_from public.organization_status[], p_to public.organization_status, p_now timestamptz
) returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.organization set status = p_to, updated_at = p_now where id = p_org and status = any (p_from) and id is distinct from app.org() and not app.belongs(id)
    and id <> all (app.barred());
  if not found then return null; end if;
  if p_to = 'verified' then return '{}'; end if;
  return app.close_postings(p_org, p_now);
end $$;

-- Moves an organization into or out of a group, neither of them barred for the actor. Returns all whose competitor rule this
-- changes.
create or replace function app.assign_group(p_org uuid, p_group uuid, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_before uuid; v_barred uuid[] := app.barred();
begin
  if not app.officer() or p_org = any (v_barred) then raise exception 'not an officer' using errcode = '42501'; end if;
  select group_id into v_before from public.organization_profile where organization_id = p_org for update;
  if exists (select 1 from public.organization_profile where group_id in (v_before, p_group) and organization_id = any (v_barred)) then
    raise exception 'a group of a conflict of interest' using errcode = '42501';
  end if;
  insert into public.organization_profile (organization_id, group_id, updated_at) values (p_org, p_group, p_now)
    on conflict (organization_id) do update set group_id = p_group, updated_at = p_now;
  return array(select organization_id from public.organization_profile
    where group_id in (v_before, p_group) or organization_id = p_org);
end $$;

-- A regulator reads the returns of its province, so the province stays as it was verified.
create or replace function app.keep_province() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and old.kind = 'regulator' and new.province is distinct from old.province then
    raise exception 'a regulator keeps its province' using errcode = '42501';
  end if;
  return new;
end $$;

grant execute on function
  app.register_organization(uuid, text, uuid, text, jsonb, text[], timestamptz),
  app.decide_claim(uuid, boolean, text, timestamptz),
  app.undo_claim(uuid, timestamptz),
  app.claim_pace(),
  app.set_organization_status(uuid, organization_status[], organization_status, timestamptz),
  app.assign_group(uuid, uuid, timestamptz)
to lilink_app, lilink_worker;
create trigger province_kept before update of province on organization for each row
  execute function app.keep_province();
