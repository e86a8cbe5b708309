-- What a suspended or withdrawn body has is out of sight, what an officer never saw is not made live, and what one side
-- recorded is what the other confirms.
--
-- As before; what is of no verified body is not published, though it may go back.
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
      and organization_id is distinct from app.org() and submitted_by is distinct from app.person() and not app.belongs(organization_id)
      and id <> all (app.barred_reviews())
      and (not p_publish or exists (select 1 from public.organization o where o.id = organization_id and o.status = 'verified'));
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
-- As before, of what has been live and ended, or still is.
create or replace function app.renew_posting(p_posting uuid, p_until timestamptz, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_version integer;
begin
  if p_until > p_now + interval '366 days' then raise exception 'at most a year' using errcode = '42501'; end if;
  update public.posting set state = 'published', valid_until = p_until, ended_at = null, updated_at = p_now
    where id = p_posting and organization_id = app.org() and state in ('published', 'expired') and live_version is not null
      and app.verified() and exists (select 1 from public.posting_part x where x.posting_id = p_posting and x.version = live_version and x.state in ('live', 'ended'))
    returning live_version into v_version;
  if v_version is null then return false; end if;
  update public.posting_part set state = 'live', valid_until = p_until where posting_id = p_posting and version = v_version;
  update public.posting_head set state = 'published', ended_at = null where posting_id = p_posting;
  return true;
end $$;
--> statement-breakpoint
-- Which version is live and since when is for the functions above; a part ends or goes back, and comes to life by them alone.
create function app.keep_live() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and (new.organization_id, new.public_id, new.live_version, new.published_at)
      is distinct from (old.organization_id, old.public_id, old.live_version, old.published_at) then
    raise exception 'not for its owner to say' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger live_kept before update on posting for each row execute function app.keep_live();
--> statement-breakpoint
create function app.keep_part() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and new.state <> old.state and (old.state, new.state) not in (('live', 'ended'), ('review', 'returned')) then
    raise exception 'not for its owner to say' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger part_kept before update of state on posting_part for each row execute function app.keep_part();
--> statement-breakpoint
revoke all on function app.keep_live(), app.keep_part() from public;
--> statement-breakpoint
revoke update (published_at, valid_until) on posting_part from lilink_app;
--> statement-breakpoint
-- A review is of a version that waits for it, and of whose it is.
create policy of_what_waits on posting_review as restrictive for insert to lilink_app with check (exists (select 1 from posting p
  where p.id = posting_id and p.organization_id = posting_review.organization_id and p.version = posting_review.version and p.state = 'in_review'));
--> statement-breakpoint
-- As before; a step changes the state alone.
create or replace function app.guard_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user <> 'lilink_app' then return new; end if;
  if not exists (select 1 from public.introduction_party p where p.introduction_id = new.introduction_id and p.organization_id = app.org()
      and case when tg_op = 'INSERT' then new.state = 'proposed' and p.side = new.proposed_side
        when new.state in ('confirmed', 'disputed') then old.state = 'proposed' and p.side <> old.proposed_side
        else old.state = 'proposed' and new.state = 'retracted' and p.side = old.proposed_side end)
    or tg_op = 'UPDATE' and (to_jsonb(new) - array['state', 'confirmed_by', 'decided_at'])
      is distinct from (to_jsonb(old) - array['state', 'confirmed_by', 'decided_at']) then
    raise exception 'not a step of this side' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- As before, of a verified body alone, and by all bodies of whoever asks.
create or replace function app.add_parties(p_introduction uuid, p_name text, p_email text, p_phone text)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare i public.introduction; v_asked uuid; v_asking uuid;
begin
  select * into i from public.introduction where id = p_introduction and state = 'sent'
    and not exists (select 1 from public.introduction_party p where p.introduction_id = p_introduction);
  if i.id is null or app.org() is null or not app.verified() then return 'NOT_FOUND'; end if;
  if app.of_several() then raise exception 'asks for one body, belongs to others' using errcode = '42501'; end if;
  select h.organization_id into v_asked from public.posting_head h join public.organization o on o.id = h.organization_id and o.status = 'verified'
    where h.posting_id = i.asked_posting_id and h.state = 'published';
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
  insert into public.introduction_rivalry (introduction_id, competes)
    values (i.id, exists (select 1 from public.posting_part x where x.posting_id = i.asked_posting_id
      and x.state in ('live', 'ended') and x.wall_keys && app.stances()));
  return null;
end $$;
