-- Postings. `posting`, drafts and versions are the owner's; others read `posting_part`, one row for each disclosure level and
-- each side of the competitor rule.

-- posting
grant select, insert, update, delete on posting to lilink_app;
grant select, update on posting to lilink_worker;
create policy worker on posting to lilink_worker using (true) with check (true);
create policy own on posting to lilink_app using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
create policy review_read on posting for select to lilink_app using ((select app.officer()) and state = 'in_review');
-- An adviser writes a draft that was never handed in, and no other row of its client. [AV4]
create policy advised_read on posting for select to lilink_app using (id = any ((select app.advised_drafts())::uuid[]));
create policy advised_add on posting for insert to lilink_app with check (app.is_clients_draft(posting) and created_by = (select app.person()));
create policy advised_edit on posting for update to lilink_app using (id = any ((select app.advised_drafts())::uuid[])) with check (app.is_clients_draft(posting));

-- posting_draft
grant select, insert, update, delete on posting_draft to lilink_app;
grant select on posting_draft to lilink_worker;
create policy worker on posting_draft to lilink_worker using (true) with check (true);
create policy own on posting_draft to lilink_app using (organization_id = (select app.org()))
  with check (organization_id = (select app.org()) and exists (select 1 from posting p
    where p.id = posting_draft.posting_id and p.organization_id = (select app.org())));
create policy advised on posting_draft for select to lilink_app using (posting_id = any ((select app.advised_drafts())::uuid[]));
create policy advised_add on posting_draft for insert to lilink_app with check (app.advises_on(posting_id, organization_id));
create policy advised_edit on posting_draft for update to lilink_app using (posting_id = any ((select app.advised_drafts())::uuid[])) with check (app.advises_on(posting_id, organization_id));

-- posting_version
grant select, insert, update on posting_version to lilink_app;
grant select on posting_version to lilink_worker;
create policy worker on posting_version to lilink_worker using (true) with check (true);
create policy own on posting_version to lilink_app using (organization_id = (select app.org()))
  with check (organization_id = (select app.org()) and exists (select 1 from posting p
    where p.id = posting_version.posting_id and p.organization_id = (select app.org())));

-- posting_part
grant insert on posting_part to lilink_app;
grant select (
  posting_id, version, level, walled, state, public_id, kind, concept, link, language, fields, facets, search,
  published_at, valid_until, use_version
) on posting_part to lilink_app;
grant update (state) on posting_part to lilink_app;
grant select, update on posting_part to lilink_worker;
create policy worker on posting_part to lilink_worker using (true) with check (true);
-- The owner reads all. Others read live parts by level: everyone; verified members that do not compete; partners by consent.
-- Of a posting under terms of use, what is not for everyone arrives once the reader's organization accepted the present version.
-- Officers also read parts in review, unless they must stay away from the owner, and ended parts by the competitor rule and the terms.
create policy by_level on posting_part for select to lilink_app using (
  organization_id = (select app.org())
  or (state = 'live' and level = 'everyone')
  or (state in ('live', 'ended') and level = 'everyone' and posting_id = any ((select app.partner_postings())::uuid[]))
  or (level in ('member', 'partner') and (use_version is null or exists (select 1 from posting_use_acceptance a
        where a.posting_id = posting_part.posting_id and a.version = posting_part.use_version and a.org_id = (select app.org())
          and (a.until is null or a.until >= (now() at time zone 'Asia/Shanghai')::date)))
      and (state = 'live' and level = 'member' and (select app.trades()) and (not walled or not (wall_keys && (select app.stances())))
        or state in ('live', 'ended') and posting_id = any ((select app.partner_postings())::uuid[])
        or state = 'ended' and level = 'member' and (select app.officer()) and (not walled or not (wall_keys && (select app.stances())))))
  or (state = 'review' and level <> 'own' and (select app.officer())
      and organization_id <> all ((select app.barred())::uuid[]) and not (wall_keys && (select app.body_stances())))
  or (state = 'ended' and level = 'everyone' and (select app.officer()) and (not walled or not (wall_keys && (select app.stances())))));
create policy own_insert on posting_part for insert to lilink_app with check (organization_id = (select app.org()) and state = 'review'
  and exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org()) and p.public_id = posting_part.public_id));
create policy own_update on posting_part for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()) and state <> 'live');

-- posting_tally
grant select on posting_tally to lilink_worker;
create policy worker on posting_tally to lilink_worker using (true) with check (true);

-- posting_change
grant select on posting_change to lilink_worker;
create policy worker on posting_change to lilink_worker using (true) with check (true);

-- posting_head
grant select (posting_id, public_id, kind, state, ended_at) on posting_head to lilink_app;
grant update (state, ended_at) on posting_head to lilink_app;
grant select, update on posting_head to lilink_worker;
create policy worker on posting_head to lilink_worker using (true) with check (true);
create policy everyone on posting_head for select to lilink_app using (true);
create policy own_update on posting_head for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()) and state = 'closed');

-- posting_review
grant select, insert on posting_review to lilink_app;
grant select on posting_review to lilink_worker;
create policy worker on posting_review to lilink_worker using (true) with check (true);
-- A review names the version that waits, and its owner.
create policy of_what_waits on posting_review as restrictive for insert to lilink_app with check (exists (select 1 from posting p
  where p.id = posting_id and p.organization_id = posting_review.organization_id and p.version = posting_review.version and p.state = 'in_review'));
create policy officer on posting_review for insert to lilink_app with check ((select app.officer()) and reviewed_by = (select app.person()));
create policy own_or_officer on posting_review for select to lilink_app using (organization_id = (select app.org())
  or ((select app.officer()) and organization_id <> all ((select app.barred())::uuid[])));

-- consent
grant select on consent to lilink_app;
grant select, update on consent to lilink_worker;
create policy worker on consent to lilink_worker using (true) with check (true);
create policy both_sides on consent for select to lilink_app using (
  organization_id = (select app.org())
  or exists (select 1 from posting p where p.id = consent.posting_id and p.organization_id = (select app.org())));

-- attachment
grant insert, delete on attachment to lilink_app;
grant select (id, public_id, posting_id, introduction_id, claim_id, logo, name, type, size, sha256, created_at) on attachment to lilink_app;
grant update (posting_id, introduction_id, claim_id) on attachment to lilink_app;
grant select on attachment to lilink_worker;
create policy worker on attachment to lilink_worker using (true) with check (true);
create policy own_delete on attachment for delete to lilink_app using (organization_id = (select app.org()));
create policy own_update on attachment for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()) and claim_id is null
  and (posting_id is null or exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())))
  and (introduction_id is null or introduction_id = any ((select app.open_introductions())::uuid[])));
create policy own_write on attachment for insert to lilink_app
  with check (
  (not logo or (select app.is_admin()) and posting_id is null and introduction_id is null and claim_id is null)
  and (organization_id = (select app.org()) and claim_id is null or claim_id is not null and uploaded_by = (select app.person())
    and exists (select 1 from claim c where c.id = claim_id and c.person_id = (select app.person())))
  and (posting_id is null or exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())))
  and (introduction_id is null or introduction_id = any ((select app.open_introductions())::uuid[])));
create policy visible on attachment for select to lilink_app using (
  (organization_id = (select app.org()) and claim_id is null)
  or (logo and exists (select 1 from organization o where o.id = attachment.organization_id and o.logo = attachment.public_id and o.status = 'verified'))
  or introduction_id = any ((select app.open_introductions())::uuid[])
  or (claim_id is not null and (select app.officer())
      and not exists (select 1 from claim c where c.id = attachment.claim_id and c.organization_id = any ((select app.barred())::uuid[])))
  or exists (select 1 from claim c where c.id = attachment.claim_id and c.person_id = (select app.person()))
  or exists (select 1 from posting_part p where p.posting_id = attachment.posting_id
       and p.fields -> 'attachments' @> jsonb_build_array(jsonb_build_object('publicId', attachment.public_id))));

-- One bit for each kind of part, so that `match.seen` can say which parts a ranking was based on.
create or replace function app.part_bit(p_level public.disclosure_level, p_walled boolean)
returns integer
language sql immutable as $$ select 1 << (2 * array_position(array['everyone', 'member', 'partner', 'own'], p_level::text) - 2 + p_walled::integer) $$;

-- Postings whose partner parts the actor reads by consent. A person of several bodies reads none of a barred organization.
create or replace function app.partner_postings()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[]; v_stances text[];
begin
  if app.other_bodies() = '{}' then
    return (select coalesce(array_agg(c.posting_id), '{}') from public.consent c where c.organization_id = app.org() and c.until is null);
  end if;
  v_barred := app.barred();
  v_stances := app.body_stances();
  return (select coalesce(array_agg(c.posting_id), '{}') from public.consent c join public.posting p on p.id = c.posting_id
    where c.organization_id = app.org() and c.until is null and p.organization_id <> all (v_barred)
      and not exists (select 1 from public.posting_part x where x.posting_id = p.id and x.state in ('live', 'ended') and x.wall_keys && v_stances));
end $$;

-- Publishes or returns a version in review, once. The officer neither wrote it nor belongs to its owner; only a verified
-- organization's posting is published.
create or replace function app.decide_posting(
  p_posting uuid, p_version integer, p_publish boolean, p_now timestamptz, p_until timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
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

-- Extends a posting that is live or has been, for at most a year.
create or replace function app.renew_posting(p_posting uuid, p_until timestamptz, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_version integer;
begin
  if p_until > p_now + interval '366 days' then raise exception 'at most a year' using errcode = '42501'; end if;
  update public.posting set state = 'published', valid_until = p_until, ended_at = null, updated_at = p_now
    where id = p_posting and organization_id = app.org() and state::text = any (app.open_for('posting', 'renew')) and live_version is not null
      and app.verified() and exists (select 1 from public.posting_part x where x.posting_id = p_posting and x.version = live_version and x.state in ('live', 'ended'))
    returning live_version into v_version;
  if v_version is null then return false; end if;
  update public.posting_part set state = 'live', valid_until = p_until where posting_id = p_posting and version = v_version;
  update public.posting_head set state = 'published', ended_at = null where posting_id = p_posting;
  return true;
end $$;

-- What the author told the reviewer about a version in review. The version's row itself holds fields of level `own`.
create or replace function app.change_note(p_posting uuid)
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select v.change_note from public.posting p join public.posting_version v on v.posting_id = p.id and v.version = p.version
  where p.id = p_posting and p.state = 'in_review' and app.officer() and p.id <> all (app.barred_reviews())
$$;

-- The owner cannot say which version is live or since when: app.decide_posting does.
create or replace function app.keep_live() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and (new.organization_id, new.public_id, new.live_version, new.published_at)
      is distinct from (old.organization_id, old.public_id, old.live_version, old.published_at) then
    raise exception 'not for its owner to say' using errcode = '42501';
  end if;
  return new;
end $$;

-- The owner may end a live part or take back one in review, and nothing else.
create or replace function app.keep_part() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and new.state <> old.state and (old.state, new.state) not in (('live', 'ended'), ('review', 'returned')) then
    raise exception 'not for its owner to say' using errcode = '42501';
  end if;
  return new;
end $$;

-- Keeps posting_tally equal to the number of live parts that everyone reads.
create or replace function app.tally_part()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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

-- Live postings by kind, link and concept, facts that everyone may read. One line each; JSON would cost every list three times
-- as much.
create or replace function app.live_counts()
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(string_agg(kind || ' ' || link || ' ' || concept || ' ' || live, E'\n'), '') from public.posting_tally where live > 0
$$;

-- Notes which open texts an index must read again. Walled parts and those of partners are in no index.
create or replace function app.note_change()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.posting_change (posting_id, level, changed_in)
    values (coalesce(new.posting_id, old.posting_id), coalesce(new.level, old.level), pg_current_xact_id()::text::bigint)
    on conflict (posting_id, level) do update set changed_in = excluded.changed_in;
  return null;
end $$;

-- Which index the reader is answered from, up to which transaction it can be read now, and what changed in it from one on. A number
-- ahead of the present is from another server, before a dump was restored here.
create or replace function app.search_turn(p_everyone bigint, p_member bigint)
returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
  select jsonb_build_object('trades', app.trades(), 'until', pg_snapshot_xmin(pg_current_snapshot())::text,
    'changed', coalesce((select jsonb_agg(jsonb_build_array(c.posting_id, c.level, c.changed_in::text)) from public.posting_change c
      where c.changed_in >= case when app.trades() then p_member else p_everyone end
        and c.changed_in < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        and (c.level = 'everyone' or app.trades())), '[]'))
$$;

-- How many bytes the actor's organization stores, files of returns and records included. The lock makes the next upload wait, so that two
-- uploads cannot both fit into the last space.
create or replace function app.stored_bytes()
returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('storage ' || coalesce(app.org()::text, ''), 0));
  return (select coalesce(sum(a.size), 0) from public.attachment a where a.organization_id = app.org())
    + (select coalesce(sum(i.size), 0) from public.return_import i where i.organization_id = app.org())
    + (select coalesce(sum(i.size), 0) from public.record_import i where i.organization_id = app.org())
    + (select coalesce(sum(c.size), 0) from public.battery_capture c where c.organization_id = app.org());
end $$;

grant execute on function
  app.part_bit(disclosure_level, boolean),
  app.partner_postings(),
  app.decide_posting(uuid, integer, boolean, timestamptz, timestamptz),
  app.renew_posting(uuid, timestamptz, timestamptz),
  app.change_note(uuid),
  app.live_counts(),
  app.search_turn(bigint, bigint)
to lilink_app, lilink_worker;
grant execute on function
  app.stored_bytes()
to lilink_app;
create trigger live_kept before update on posting for each row
  execute function app.keep_live();
create trigger part_kept before update of state on posting_part for each row
  execute function app.keep_part();
create trigger posting_part_appears after insert on posting_part for each row when (new.level = 'everyone' and not new.walled and new.state = 'live')
  execute function app.tally_part();
create trigger posting_part_goes after delete on posting_part for each row when (old.level = 'everyone' and not old.walled and old.state = 'live')
  execute function app.tally_part();
create trigger posting_part_moves after update of state on posting_part for each row when (new.level = 'everyone' and not new.walled and old.state <> new.state)
  execute function app.tally_part();
create trigger open_text_appears after insert on posting_part for each row
  when (new.state = 'live' and not new.walled and new.level in ('everyone', 'member')) execute function app.note_change();
create trigger open_text_goes after delete on posting_part for each row
  when (old.state = 'live' and not old.walled and old.level in ('everyone', 'member')) execute function app.note_change();
create trigger open_text_moves after update on posting_part for each row
  when ('live' in (old.state, new.state) and not (old.walled and new.walled) and new.level in ('everyone', 'member')) execute function app.note_change();
