-- Makes the account of whoever opened the letter: name, password and consent are theirs, and not of whoever asked for the letter.
-- Null where the token is spent or the address taken meanwhile. `finish_registration` stays for the version before.
create function app.make_account(p_hash text, p_id uuid, p_public_id text, p_name text, p_locale text, p_password text, p_terms text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.mail_token;
begin
  update public.mail_token t set used_at = p_now, payload = '{}'
    where t.token_hash = p_hash and t.kind = 'register' and t.used_at is null and t.expires_at > p_now returning t.* into v;
  if v.id is null or not app.register_person(p_id, p_public_id, v.email, p_name, p_locale, p_password, p_now) then return null; end if;
  insert into public.terms_consent (person_id, version, agreed_at) values (p_id, p_terms, p_now);
  return p_id;
end $$;
--> statement-breakpoint
revoke all on function app.make_account(text, uuid, text, text, text, text, text, timestamptz) from public;
--> statement-breakpoint
grant execute on function app.make_account(text, uuid, text, text, text, text, text, timestamptz) to lilink_app;
--> statement-breakpoint
-- The bodies to which the acting person belongs, or did within the last year, beside the one acted for; of a program, those of its
-- administrators, who make its keys and read what it reads.
create function app.bodies_beside() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return array(select distinct m.organization_id from public.membership m
    where m.organization_id <> app.org() and (m.active or m.ended_at > now() - interval '1 year')
      and (app.kind() = 'member' and m.person_id = app.person()
        or app.kind() = 'apiKey' and m.person_id in (select a.person_id from public.membership a
          where a.organization_id = app.org() and a.active and a.role = 'admin')));
end $$;
--> statement-breakpoint
-- As before: what keeps somebody of several bodies away from decisions binds officers and regulators.
create or replace function app.other_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.organization o where o.id = app.org() and o.kind in ('coordination_group', 'regulator')) then return '{}'; end if;
  return app.bodies_beside();
end $$;
--> statement-breakpoint
-- As before, and whoever belongs to several bodies stands before the wall with all of them, for whichever they act.
create or replace function app.stances() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_beside uuid[] := app.bodies_beside();
begin
  if v_beside = '{}' then return app.stances_of(app.org()); end if;
  return app.stances_of(app.org()) || (select coalesce(array_agg(distinct k), '{}') from unnest(v_beside) b, unnest(app.stances_of(b)) k);
end $$;
--> statement-breakpoint
revoke all on function app.bodies_beside() from public;
--> statement-breakpoint
-- As before; who declares the whole chain stands on each link.
create or replace function app.may_stand(p_org uuid, p_source text, p_keys text[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_links text[]; v_keys text[];
begin
  v_links := array(select side || ':link:' || link from public.organization o, unnest(case when 'chain' = any (o.links) then o.links || array['resource', 'smelting', 'materials', 'recycling'] else o.links end) link, unnest(array['offers', 'needs']) side where o.id = p_org);
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
