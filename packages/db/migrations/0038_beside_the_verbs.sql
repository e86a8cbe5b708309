-- What the verbs alone kept so far, kept by the database too.
--
-- A meeting goes its way, and the board that was frozen with it, its name, hour and place stand from its beginning on.
create function app.keep_meeting() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (('called', 'held'), ('called', 'cancelled'), ('held', 'closed'))
    or old.state <> 'called' and (new.snapshot, new.release_id, new.title, new.held_at, new.venue, new.reason)
      is distinct from (old.snapshot, old.release_id, old.title, old.held_at, old.venue, old.reason)
  then raise exception 'a meeting that has begun' using errcode = '42501'; end if;
  return new;
end $$;
--> statement-breakpoint
revoke all on function app.keep_meeting() from public;
--> statement-breakpoint
create trigger kept before update on meeting for each row execute function app.keep_meeting();
--> statement-breakpoint
-- No verb renames a group.
revoke update on organization_group from lilink_app;
--> statement-breakpoint
-- Whether these stances follow from what stands: from the own profile, from the links of a body that the officer verified and
-- that has declared nothing yet, or from a posting that the officer published.
create function app.may_stand(p_org uuid, p_source text, p_keys text[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_links text[]; v_keys text[];
begin
  v_links := array(select side || ':link:' || link from public.organization o, unnest(o.links) link, unnest(array['offers', 'needs']) side where o.id = p_org);
  if p_source = 'profile' and p_org = app.org() and app.is_admin() then
    select array(select 'offers:' || c from unnest(p.offers) c) || array(select 'needs:' || c from unnest(p.needs) c) || v_links into v_keys
      from public.organization_profile p where p.organization_id = p_org;
  elsif p_source = 'profile' and app.officer() then
    select v_links into v_keys from public.claim c where c.organization_id = p_org and c.state = 'approved' and c.decided_by = app.person()
      and not exists (select 1 from public.organization_stance s where s.organization_id = p_org and s.source = 'profile' and s.key <> all (v_links));
  elsif app.officer() then
    select array(select side || ':' || c
        from unnest(case x.kind when 'capability' then array['offers'] when 'need' then array['needs'] else array['offers', 'needs'] end) side,
          unnest(x.concept || array(select jsonb_array_elements_text(x.fields -> 'concepts'))) c) into v_keys
      from public.posting_part x join public.posting_review r on r.posting_id = x.posting_id and r.version = x.version
      where p_source = 'posting:' || x.posting_id and x.organization_id = p_org and x.level = 'everyone' and not x.walled
        and r.decision = 'published' and r.reviewed_by = app.person()
      order by x.version desc limit 1;
  end if;
  return coalesce(p_keys <@ v_keys, false);
end $$;
--> statement-breakpoint
revoke all on function app.may_stand(uuid, text, text[]) from public;
--> statement-breakpoint
-- As before, of stances alone that follow from what stands.
create or replace function app.set_stances(p_org uuid, p_source text, p_keys text[], p_now timestamptz) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_group uuid[]; v_new boolean;
begin
  if not app.may_stand(p_org, p_source, p_keys) then raise exception 'no stance of theirs' using errcode = '42501'; end if;
  v_group := array(select p_org union select b.organization_id from public.organization_profile a
    join public.organization_profile b on b.group_id = a.group_id where a.organization_id = p_org);
  v_new := exists (select 1 from unnest(p_keys) k where not exists (select 1 from public.organization_stance s
    where s.organization_id = any (v_group) and s.key = k and (s.until is null or s.until > p_now)));
  if p_source = 'profile' then
    update public.organization_stance set until = p_now + interval '1 year'
      where organization_id = p_org and source = p_source and key <> all (p_keys) and until is null;
  end if;
  insert into public.organization_stance as s (organization_id, source, key, since)
    select p_org, p_source, k, p_now from unnest(p_keys) k group by k
    on conflict (organization_id, source, key) do update set until = null, since = case when s.until <= p_now then p_now else s.since end;
  return case when v_new then v_group else '{}' end;
end $$;
--> statement-breakpoint
-- As before, and it does not tell whose notice was unread. The release before reads a list, which is empty now.
create or replace function app.settle_return_notices(p_form uuid, p_now timestamptz)
returns setof uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and organization_id = app.org() and state in ('submitted', 'resubmitted');
  if f.id is null or not app.files() then return; end if;
  update public.notice n set read_at = p_now
    where n.read_at is null and n.organization_id = f.organization_id
      and n.person_id in (select m.person_id from public.membership m where m.organization_id = f.organization_id)
      and (n.kind = 'return.queried' and starts_with(n.cause_key, f.id || '/')
        or n.kind in ('return.opened', 'return.moved') and (n.cause_key = f.round_id::text or starts_with(n.cause_key, f.round_id || '/'))
          and not exists (select 1 from public.return_form o where o.round_id = f.round_id and o.organization_id = f.organization_id
            and o.state in ('open', 'draft', 'queried')));
end $$;
