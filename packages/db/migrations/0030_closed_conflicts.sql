-- Whether the side that asked competed when it asked. Nobody reads it but a function: were it computed at the moment of
-- reading, the asked side could change its own stances and try them one by one.
CREATE TABLE "introduction_rivalry" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"competes" boolean NOT NULL
);
--> statement-breakpoint
do $$ begin
  alter table introduction_rivalry enable row level security;
  alter table introduction_rivalry force row level security;
  execute format('create policy maintenance on introduction_rivalry to %I using (true) with check (true)', current_user);
  revoke all on introduction_rivalry from public;
end $$;
--> statement-breakpoint
insert into introduction_rivalry (introduction_id, competes)
  select i.id, exists (select 1 from posting_part x where x.posting_id = i.asked_posting_id
      and x.state in ('live', 'ended') and x.wall_keys && app.stances_of(them.organization_id))
    from introduction i join introduction_party them on them.introduction_id = i.id and them.side = 'asking'
    where i.state in ('sent', 'accepted');
--> statement-breakpoint
ALTER TABLE "introduction_rivalry" ADD CONSTRAINT "introduction_rivalry_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- As before, by what was settled when it was sent. An interest that was sent while this migration ran counts as a rival's.
create or replace function app.asker_competes(p_introduction uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(r.competes, true) from public.introduction i
    join public.introduction_party me on me.introduction_id = i.id and me.side = 'asked' and me.organization_id = app.org()
    left join public.introduction_rivalry r on r.introduction_id = i.id
    where i.id = p_introduction and i.state in ('sent', 'accepted')
$$;
--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "ended_at" timestamp (3) with time zone;
--> statement-breakpoint
update membership set ended_at = now() where not active;
--> statement-breakpoint
-- When a membership ended, whoever ended it; it comes back by an invitation that the person takes, and by no one else.
create function app.note_membership_end() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.active and not old.active and current_user = 'lilink_app' then
    raise exception 'whoever left is invited' using errcode = '42501';
  end if;
  new.ended_at := case when new.active then null when old.active then now() else old.ended_at end;
  return new;
end $$;
--> statement-breakpoint
revoke all on function app.note_membership_end() from public;
--> statement-breakpoint
create trigger membership_ended before update of active on membership for each row execute function app.note_membership_end();
--> statement-breakpoint
-- As before, and of memberships that ended less than a year ago: nobody steps out of a firm for the length of a decision.
create or replace function app.belongs(p_org uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.membership m where m.organization_id = p_org and m.person_id = app.person()
    and (m.active or m.ended_at > now() - interval '1 year'))
$$;
--> statement-breakpoint
-- As before, of the last year, and for a program too: its administrators make its keys and read what it reads.
create or replace function app.other_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.organization o where o.id = app.org() and o.kind in ('coordination_group', 'regulator')) then return '{}'; end if;
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from public.membership m
    where m.organization_id <> app.org() and (m.active or m.ended_at > now() - interval '1 year')
      and (app.kind() = 'member' and m.person_id = app.person()
        or app.kind() = 'apiKey' and m.person_id in (select a.person_id from public.membership a
          where a.organization_id = app.org() and a.active and a.role = 'admin')));
end $$;
--> statement-breakpoint
-- Whether somebody of several bodies acts for the secretariat or a regulator; it neither asks nor answers for it.
create function app.of_several() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.other_bodies() <> '{}';
end $$;
--> statement-breakpoint
revoke all on function app.of_several() from public;
--> statement-breakpoint
grant execute on function app.of_several() to lilink_app;
--> statement-breakpoint
-- As before. To somebody of several bodies no partner's part of a barred organization arrives, no introduction with one, and
-- none that is not answered yet: what is missing there would tell who stands behind a posting without a name.
create or replace function app.partner_postings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
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
--> statement-breakpoint
create or replace function app.open_introductions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[] := '{}';
begin
  if app.other_bodies() <> '{}' then v_barred := app.barred(); end if;
  return (select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p
    join public.introduction i on i.id = p.introduction_id
    where p.organization_id = app.org() and i.state in ('accepted', 'ended')
      and (v_barred = '{}' or not exists (select 1 from public.introduction_party them
        where them.introduction_id = i.id and them.side <> p.side and them.organization_id = any (v_barred))));
end $$;
--> statement-breakpoint
create or replace function app.my_introductions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if app.other_bodies() <> '{}' then return app.open_introductions(); end if;
  return (select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p where p.organization_id = app.org());
end $$;
--> statement-breakpoint
-- As before; not by somebody of several bodies, and it settles there and then whether the two compete.
create or replace function app.add_parties(p_introduction uuid, p_name text, p_email text, p_phone text)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare i public.introduction; v_asked uuid; v_asking uuid;
begin
  select * into i from public.introduction where id = p_introduction and state = 'sent'
    and not exists (select 1 from public.introduction_party p where p.introduction_id = p_introduction);
  if i.id is null or app.org() is null or not app.verified() then return 'NOT_FOUND'; end if;
  if app.of_several() then raise exception 'asks for one body, belongs to others' using errcode = '42501'; end if;
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
  insert into public.introduction_rivalry (introduction_id, competes)
    values (i.id, exists (select 1 from public.posting_part x where x.posting_id = i.asked_posting_id
      and x.state in ('live', 'ended') and x.wall_keys && app.stances_of(app.org())));
  return null;
end $$;
