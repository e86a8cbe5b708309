-- A match is shown while its reader reads just what it was made from; older rows do not say what that was and are made anew.
delete from match;
--> statement-breakpoint
ALTER TABLE "match" ADD COLUMN "seen" integer NOT NULL;
--> statement-breakpoint
insert into outbox (id, name, payload, run_at, created_at)
  select gen_random_uuid(), 'posting.match', jsonb_build_object('postingId', posting_id), now(), now() from posting_head where state = 'published';
--> statement-breakpoint
create function app.part_bit(p_level public.disclosure_level, p_walled boolean) returns integer language sql immutable as
  $$ select 1 << (2 * array_position(array['everyone', 'member', 'partner', 'own'], p_level::text) - 2 + p_walled::integer) $$;
--> statement-breakpoint
drop policy reader on match;
--> statement-breakpoint
create policy reader on match for select to lilink_app using (
  reader_organization_id = (select app.org())
  and seen = (select coalesce(bit_or(app.part_bit(p.level, p.walled)), 0) from posting_part p
    where p.posting_id = match.other_posting_id and p.version = match.other_version and p.state = 'live'));
--> statement-breakpoint
-- A stance that a profile drops counts for another year: nobody steps out of the wall to look and back again.
ALTER TABLE "organization_stance" ADD COLUMN "until" timestamp (3) with time zone;
--> statement-breakpoint
create or replace function app.stances() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct s.key), '{}') from public.organization_stance s
  where (s.until is null or s.until > now()) and s.organization_id in (
    select app.org() union
    select b.organization_id from public.organization_profile a
      join public.organization_profile b on b.group_id = a.group_id where a.organization_id = app.org())
$$;
--> statement-breakpoint
drop function app.set_stances(uuid, text, text[]);
--> statement-breakpoint
-- Sets the stances that come from one source; an organization sets its own, officers and jobs any. What was ever published stays.
-- Answers all whose walls this moves: the organization's group, where a key is new to it.
create function app.set_stances(p_org uuid, p_source text, p_keys text[], p_now timestamptz) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_group uuid[]; v_new boolean;
begin
  if p_org is distinct from app.org() and not app.officer() and app.kind() <> 'job' then
    raise exception 'not the own organization' using errcode = '42501';
  end if;
  v_group := array(select p_org union select b.organization_id from public.organization_profile a
    join public.organization_profile b on b.group_id = a.group_id where a.organization_id = p_org);
  v_new := exists (select 1 from unnest(p_keys) k where not exists (select 1 from public.organization_stance s
    where s.organization_id = any (v_group) and s.key = k and (s.until is null or s.until > p_now)));
  if p_source = 'profile' then
    update public.organization_stance set until = p_now + interval '1 year'
      where organization_id = p_org and source = p_source and key <> all (p_keys) and until is null;
  end if;
  insert into public.organization_stance (organization_id, source, key)
    select p_org, p_source, k from unnest(p_keys) k group by k
    on conflict (organization_id, source, key) do update set until = null;
  return case when v_new then v_group else '{}' end;
end $$;
--> statement-breakpoint
-- A key stands while whoever made it is an administrator of its organization.
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
    select k.id, k.organization_id, k.scopes into r.key_id, v_org, r.scopes
      from public.api_key k
      where k.key_hash = p_subject and k.revoked_at is null and (k.expires_at is null or k.expires_at > p_now)
        and exists (select 1 from public.membership m join public.person p on p.id = m.person_id and p.disabled_at is null
          where m.person_id = k.created_by and m.organization_id = k.organization_id and m.active and m.role = 'admin');
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
-- An address has one open invitation of an organization, however many are sent at once.
update invitation i set revoked_at = now() where accepted_at is null and revoked_at is null and exists (
  select 1 from invitation j where j.organization_id = i.organization_id and j.email = i.email and j.accepted_at is null
    and j.revoked_at is null and (j.created_at, j.id) > (i.created_at, i.id));
--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open_idx" ON "invitation" USING btree ("organization_id","email") WHERE "invitation"."accepted_at" is null and "invitation"."revoked_at" is null;
--> statement-breakpoint
-- Takes an invitation once, by the person to whom its address belongs; whoever is a member keeps the role held.
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
    on conflict (organization_id, person_id) do update set active = true, role = case when m.active then m.role else excluded.role end;
  return v.organization_id;
end $$;
--> statement-breakpoint
CREATE INDEX "sign_in_throttle_since_idx" ON "sign_in_throttle" USING btree ("since");
--> statement-breakpoint
-- As before, and at most five letters an hour to one address: null says that it has enough. The same rows are written whether
-- the address has an account or not, so that the time tells nothing.
create or replace function app.send_mail_token(p_id uuid, p_kind text, p_email text, p_payload jsonb, p_hash text, p_now timestamptz, p_expires timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_email text := lower(p_email);
  v_known boolean := exists (select 1 from public.person where email = v_email);
  v_sent integer;
begin
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
--> statement-breakpoint
-- Whoever sets a password ends every other letter that could set it.
create or replace function app.set_password(p_person uuid, p_hash text, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if p_person is distinct from app.person() then raise exception 'not the own account' using errcode = '42501'; end if;
  insert into public.credential (person_id, password_hash, changed_at) values (p_person, p_hash, p_now)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update public.mail_token t set used_at = p_now from public.person p
    where p.id = p_person and t.email = p.email and t.kind = 'reset' and t.used_at is null;
end $$;
--> statement-breakpoint
create or replace function app.finish_reset(p_hash text, p_password text, p_now timestamptz)
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
  update public.mail_token t set used_at = p_now from public.person p
    where p.id = v and t.email = p.email and t.kind = 'reset' and t.used_at is null;
  return v;
end $$;
--> statement-breakpoint
-- Writes both sides of an introduction; refuses one's own posting, one that is not live, a second open request, and whoever
-- has asked three times within thirty days.
create or replace function app.add_parties(p_introduction uuid, p_name text, p_email text, p_phone text)
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
  if (select count(*) from public.introduction j join public.introduction_party p on p.introduction_id = j.id and p.side = 'asking'
      where j.asked_posting_id = i.asked_posting_id and p.organization_id = app.org() and j.id <> i.id
        and j.sent_at > i.sent_at - interval '30 days') >= 3 then
    return 'LIMIT_REACHED';
  end if;
  insert into public.introduction_party (introduction_id, side, organization_id, contact_person_id, contact_name, contact_email, contact_phone)
    values (i.id, 'asking', app.org(), app.person(), p_name, p_email, p_phone), (i.id, 'asked', v_asked, null, null, null, null);
  return null;
end $$;
--> statement-breakpoint
-- What an introduction may become, and by which side, whatever statement the app role sends: consent is never one's own to give.
create function app.guard_introduction() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user <> 'lilink_app' then return new; end if;
  if (new.id, new.public_id, new.asked_posting_id, new.sent_at, new.due_at, new.aim, new.message)
      is distinct from (old.id, old.public_id, old.asked_posting_id, old.sent_at, old.due_at, old.aim, old.message)
    or new.asking_posting_id is distinct from old.asking_posting_id
    or new.state is distinct from old.state and not exists (select 1 from public.introduction_party p
      where p.introduction_id = new.id and p.organization_id = app.org() and case
        when old.state = 'sent' and new.state in ('accepted', 'declined') then p.side = 'asked'
        when old.state = 'sent' and new.state = 'withdrawn' then p.side = 'asking'
        else old.state = 'accepted' and new.state = 'ended' end) then
    raise exception 'not a step of this side' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger introduction_guarded before update on introduction for each row execute function app.guard_introduction();
--> statement-breakpoint
create function app.guard_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user <> 'lilink_app' then return new; end if;
  if not exists (select 1 from public.introduction_party p where p.introduction_id = new.introduction_id and p.organization_id = app.org()
      and case when tg_op = 'INSERT' then new.state = 'proposed' and p.side = new.proposed_side
        when new.state in ('confirmed', 'disputed') then old.state = 'proposed' and p.side <> old.proposed_side
        else old.state = 'proposed' and new.state = 'retracted' and p.side = old.proposed_side end)
    or tg_op = 'UPDATE' and (new.introduction_id, new.step, new.proposed_side, new.occurred_on)
      is distinct from (old.introduction_id, old.step, old.proposed_side, old.occurred_on) then
    raise exception 'not a step of this side' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger ledger_entry_guarded before insert or update on ledger_entry for each row execute function app.guard_entry();
--> statement-breakpoint
drop policy own_update on posting_head;
--> statement-breakpoint
create policy own_update on posting_head for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()) and state = 'closed');
--> statement-breakpoint
drop function app.board_needs(double precision, timestamptz);
--> statement-breakpoint
-- Live needs by concept. Everyone may read all of it: what a need hides must not move what the board says of it.
create function app.board_needs(p_now timestamptz)
returns table (concept text, link text, needs integer, oldest timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  return query select p.concept, p.link, count(*)::int, min(p.published_at) from posting_part p
    where p.kind = 'need' and p.level = 'everyone' and not p.walled and p.state = 'live' and p.valid_until > p_now
    group by p.concept, p.link;
end $$;
--> statement-breakpoint
-- Without an actor no row at all arrives: a statement that forgot to begin as somebody reads nothing, not even what everyone may.
create function app.acted() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.kind', true), '') <> '' $$;
--> statement-breakpoint
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r' loop
    execute format('create policy acted on public.%I as restrictive to lilink_app using ((select app.acted()))', t.relname);
  end loop;
end $$;
--> statement-breakpoint
revoke all on all functions in schema app from public;
--> statement-breakpoint
grant execute on function app.part_bit(public.disclosure_level, boolean), app.set_stances(uuid, text, text[], timestamptz),
  app.board_needs(timestamptz), app.acted() to lilink_app, lilink_worker;
