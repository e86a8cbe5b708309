CREATE TABLE "broken_glass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"person_id" uuid,
	"organization_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "broken_glass_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "password_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"secret" text,
	"credential_id" text,
	"public_key" text,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "second_factor_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_agent" text,
	"challenge" text,
	"wrong" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_step_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "limited" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge" text;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_step" ADD CONSTRAINT "sign_in_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broken_glass_organization_idx" ON "broken_glass" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "password_history_person_idx" ON "password_history" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recovery_code_person_idx" ON "recovery_code" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "second_factor_person_idx" ON "second_factor" USING btree ("person_id");--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['second_factor', 'recovery_code', 'sign_in_step', 'password_history', 'broken_glass'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintenance on public.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy acted on public.%I as restrictive to lilink_app using ((select app.acted()))', t);
    execute format('revoke all on public.%I from public', t);
  end loop;
end $$;
--> statement-breakpoint
-- Never the sealed secret, never the codes: what a page shows of a factor, to its person.
grant select (id, person_id, kind, label, created_at, confirmed_at, used_at) on second_factor to lilink_app;
--> statement-breakpoint
create policy self on second_factor for select to lilink_app using (person_id = (select app.person()));
--> statement-breakpoint
-- As before; a session that has to be mended first acts for its person alone.
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
      select s.person_id, case when s.limited is null then s.organization_id end into v_person, v_org
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
-- Whose factor is meant: that of a sign-in between password and factor, or the actor's own.
create function app.factor_holder(p_step text, p_now timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when p_step is null then app.person() else (select s.person_id from public.sign_in_step s join public.person p on p.id = s.person_id
    where s.token_hash = p_step and s.used_at is null and s.expires_at > p_now and s.wrong < 5 and p.disabled_at is null) end
$$;
--> statement-breakpoint
-- What opening a session has to know of a person whose password was right.
create function app.sign_in_state(p_person uuid)
returns table (factors integer, officer boolean, admin boolean, password_changed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*)::int from public.second_factor f where f.person_id = p_person and f.confirmed_at is not null),
    exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
      where m.person_id = p_person and m.active and o.kind in ('coordination_group', 'operator') and m.duties <> '{}'),
    exists (select 1 from public.membership m where m.person_id = p_person and m.active and m.role = 'admin'),
    (select c.changed_at from public.credential c where c.person_id = p_person)
$$;
--> statement-breakpoint
-- Opens a session in the organization last used, else the first that the person belongs to.
create function app.start_session(p_id uuid, p_person uuid, p_agent text, p_limited text, p_now timestamptz, p_expires timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.open_session(p_id, p_person, p_agent, p_now, p_expires);
  update public.session set confirmed_at = p_now, limited = p_limited where id = p_id;
end $$;
--> statement-breakpoint
create function app.start_step(p_id uuid, p_person uuid, p_hash text, p_agent text, p_now timestamptz, p_expires timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  delete from public.sign_in_step where expires_at < p_now - interval '1 day';
  insert into public.sign_in_step (id, person_id, token_hash, user_agent, created_at, expires_at)
    values (p_id, p_person, p_hash, p_agent, p_now, p_expires);
$$;
--> statement-breakpoint
-- The person who waits for the second factor, in the browser that gave the password.
create function app.find_step(p_hash text, p_agent text, p_now timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.person_id from public.sign_in_step s where s.token_hash = p_hash and s.user_agent is not distinct from p_agent
    and s.person_id = app.factor_holder(p_hash, p_now)
$$;
--> statement-breakpoint
create function app.miss_step(p_hash text) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update public.sign_in_step set wrong = wrong + 1 where token_hash = p_hash
$$;
--> statement-breakpoint
-- Ends the waiting, once; null where somebody was faster.
create function app.end_step(p_hash text, p_now timestamptz) returns uuid
language sql security definer set search_path = pg_catalog, public as $$
  update public.sign_in_step set used_at = p_now, challenge = null
    where token_hash = p_hash and used_at is null and person_id = app.factor_holder(p_hash, p_now) returning person_id
$$;
--> statement-breakpoint
create function app.factors_of(p_step text, p_now timestamptz)
returns table (id uuid, kind text, secret text, credential_id text, public_key text, counter bigint, transports text[], confirmed boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select f.id, f.kind, f.secret, f.credential_id, f.public_key, f.counter, f.transports, f.confirmed_at is not null
    from public.second_factor f where f.person_id = app.factor_holder(p_step, p_now)
    and (p_step is null or f.confirmed_at is not null) order by f.created_at
$$;
--> statement-breakpoint
-- A step of the clock and a signature count once: whatever is not above the last one was seen before. Passkeys that do not count stay at 0.
create function app.use_factor(p_factor uuid, p_counter bigint, p_step text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.second_factor f set counter = p_counter, used_at = p_now
    where f.id = p_factor and f.person_id = app.factor_holder(p_step, p_now)
      and (f.counter < p_counter or (f.kind = 'passkey' and f.counter = 0 and p_counter = 0));
  return found;
end $$;
--> statement-breakpoint
create function app.use_recovery(p_code text, p_step text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery_code set used_at = p_now
    where code_hash = p_code and used_at is null and person_id = app.factor_holder(p_step, p_now);
  return found;
end $$;
--> statement-breakpoint
create function app.keep_challenge(p_challenge text, p_step text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if p_step is null then
    update public.session set challenge = extract(epoch from p_now)::bigint || ' ' || p_challenge where id = app.session();
  else
    update public.sign_in_step set challenge = extract(epoch from p_now)::bigint || ' ' || p_challenge
      where token_hash = p_step and person_id = app.factor_holder(p_step, p_now);
  end if;
  return found;
end $$;
--> statement-breakpoint
-- A challenge is taken once and stands for five minutes.
create function app.take_challenge(p_step text, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v text;
begin
  if p_step is null then
    select challenge into v from public.session where id = app.session() for update;
    update public.session set challenge = null where id = app.session();
  else
    select challenge into v from public.sign_in_step where token_hash = p_step and person_id = app.factor_holder(p_step, p_now) for update;
    update public.sign_in_step set challenge = null where token_hash = p_step;
  end if;
  return case when split_part(v, ' ', 1)::bigint > extract(epoch from p_now) - 300 then split_part(v, ' ', 2) end;
end $$;
--> statement-breakpoint
create function app.add_factor(p_id uuid, p_kind text, p_label text, p_secret text, p_credential text, p_key text, p_counter bigint,
  p_transports text[], p_confirmed boolean, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.person() is null then raise exception 'nobody' using errcode = '42501'; end if;
  delete from public.second_factor where person_id = app.person() and confirmed_at is null;
  insert into public.second_factor (id, person_id, kind, label, secret, credential_id, public_key, counter, transports, created_at, confirmed_at)
    values (p_id, app.person(), p_kind, p_label, p_secret, p_credential, p_key, p_counter, p_transports, p_now, case when p_confirmed then p_now end);
  if p_confirmed then perform app.factor_stands(); end if;
end $$;
--> statement-breakpoint
create function app.factor_stands() returns void language sql security definer set search_path = pg_catalog, public as $$
  update public.session set limited = null where person_id = app.person() and limited = 'factor'
$$;
--> statement-breakpoint
create function app.confirm_factor(p_id uuid, p_counter bigint, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.second_factor set confirmed_at = p_now, counter = p_counter
    where id = p_id and person_id = app.person() and confirmed_at is null;
  if not found then return false; end if;
  perform app.factor_stands();
  return true;
end $$;
--> statement-breakpoint
-- Codes are for whoever has a factor: they go with the last one.
create function app.remove_factor(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.second_factor where id = p_id and person_id = app.person();
  if not found then return false; end if;
  delete from public.recovery_code where person_id = app.person()
    and not exists (select 1 from public.second_factor f where f.person_id = app.person() and f.confirmed_at is not null);
  return true;
end $$;
--> statement-breakpoint
create function app.set_recovery(p_ids uuid[], p_hashes text[], p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from public.recovery_code where person_id = app.person();
  insert into public.recovery_code (id, person_id, code_hash, created_at)
    select i, app.person(), h, p_now from unnest(p_ids, p_hashes) as given(i, h);
$$;
--> statement-breakpoint
create function app.recovery_left() returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.recovery_code where person_id = app.person() and used_at is null
$$;
--> statement-breakpoint
-- Whether the person proved who it is since an instant. What acts without a session (a job, a key) is not asked.
create function app.confirmed_since(p_since timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.session() is null or exists (select 1 from public.session s where s.id = app.session() and s.confirmed_at > p_since)
$$;
--> statement-breakpoint
create function app.confirm_session(p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update public.session set confirmed_at = p_now where id = app.session()
$$;
--> statement-breakpoint
-- Wrong tries as before; a browser that opened the account in the last 90 days is counted by itself alone.
create function app.try_wait(p_account text, p_address text, p_browser text, p_now timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max(ceil(extract(epoch from t.until - p_now)))::integer, 0) from public.sign_in_throttle t
  where t.until > p_now and case when exists (select 1 from public.sign_in_throttle k
      where k.key = 'browser:' || p_account || ':' || p_browser and k.opened_at > p_now - interval '90 days')
    then t.key = 'browser:' || p_account || ':' || p_browser
    else t.key in ('pair:' || p_account || ':' || p_address, 'address:' || p_address)
      or (t.key = 'account:' || p_account and not exists (select 1 from public.sign_in_throttle k
        where k.key = 'pair:' || p_account || ':' || p_address and k.opened_at > p_now - interval '90 days')) end
$$;
--> statement-breakpoint
create function app.note_try(p_account text, p_address text, p_browser text, p_opened boolean, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_browser text := 'browser:' || p_account || ':' || p_browser;
begin
  if p_opened then
    perform app.note_sign_in(p_account, p_address, true, p_now);
    if p_browser is not null then
      insert into public.sign_in_throttle (key, wrong, since, opened_at) values (v_browser, 0, p_now, p_now)
        on conflict (key) do update set wrong = 0, since = p_now, until = null, opened_at = p_now;
    end if;
  elsif exists (select 1 from public.sign_in_throttle k where k.key = v_browser and k.opened_at > p_now - interval '90 days') then
    update public.sign_in_throttle t set
      wrong = case when t.since < p_now - interval '15 minutes' then 1 else t.wrong + 1 end,
      since = case when t.since < p_now - interval '15 minutes' then p_now else t.since end,
      until = case when t.since >= p_now - interval '15 minutes' and t.wrong >= 4
        then p_now + least(interval '15 seconds' * power(2, t.wrong - 4), interval '5 minutes') end
      where t.key = v_browser;
  else
    perform app.note_sign_in(p_account, p_address, false, p_now);
  end if;
end $$;
--> statement-breakpoint
-- So many of a thing from one source within a span; false is one too many.
create function app.allow_from(p_key text, p_most integer, p_span interval, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v integer;
begin
  insert into public.sign_in_throttle as t (key, wrong, since) values ('from:' || p_key, 1, p_now)
    on conflict (key) do update set
      wrong = case when t.since < p_now - p_span then 1 else t.wrong + 1 end,
      since = case when t.since < p_now - p_span then p_now else t.since end
    returning wrong into v;
  return v <= p_most;
end $$;
--> statement-breakpoint
-- Keeps what a password was, the last ten of them; a new one ends the limit that an old one set.
create function app.keep_password() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' and old.password_hash = new.password_hash then return new; end if;
  insert into public.password_history (id, person_id, password_hash, changed_at)
    values (gen_random_uuid(), new.person_id, new.password_hash, new.changed_at);
  delete from public.password_history h where h.person_id = new.person_id and h.id not in (
    select k.id from public.password_history k where k.person_id = new.person_id order by k.changed_at desc, k.id limit 10);
  update public.session set limited = null where person_id = new.person_id and limited = 'password';
  return new;
end $$;
--> statement-breakpoint
create trigger credential_kept after insert or update on credential for each row execute function app.keep_password();
--> statement-breakpoint
-- Earlier passwords of the actor, or of whoever holds a letter that sets one anew.
create function app.earlier_passwords(p_letter text, p_most integer, p_now timestamptz) returns table (password_hash text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select h.password_hash from public.password_history h where h.person_id = case when p_letter is null then app.person() else (
    select p.id from public.mail_token t join public.person p on p.email = t.email
    where t.token_hash = p_letter and t.kind = 'reset' and t.used_at is null and t.expires_at > p_now) end
  order by h.changed_at desc limit p_most
$$;
--> statement-breakpoint
-- The three administrators are three people, whoever writes the duties.
create function app.separate_duties() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select count(distinct d) from public.membership m, unnest(m.duties) d where m.person_id = new.person_id and m.active
      and d in ('system_admin', 'security_admin', 'audit_admin')) > 1 then
    raise exception 'one person holds one of the three offices' using errcode = '23514';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger membership_separated after insert or update of duties, active on membership
  for each row execute function app.separate_duties();
--> statement-breakpoint
-- Whether the actor holds an office of the operator, asked of what stands now.
create function app.holds(p_duty text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
    where m.person_id = app.person() and m.organization_id = app.org() and m.active and o.kind = 'operator' and o.status = 'verified'
      and p_duty = any (m.duties))
$$;
--> statement-breakpoint
create function app.find_account(p_email text, p_now timestamptz)
returns table (public_id text, email text, name text, disabled_at timestamptz, sessions integer, factors integer, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.holds('security_admin') then raise exception 'not the security administrator' using errcode = '42501'; end if;
  return query select p.public_id, p.email, p.name, p.disabled_at,
    (select count(*)::int from public.session s where s.person_id = p.id and s.revoked_at is null and s.expires_at > p_now),
    (select count(*)::int from public.second_factor f where f.person_id = p.id and f.confirmed_at is not null),
    p.id = app.person() from public.person p where p.email = lower(p_email);
end $$;
--> statement-breakpoint
-- What the security administrator does to an account other than the own: 'lock', 'unlock', 'endSessions', 'resetFactors'.
create function app.manage_account(p_public_id text, p_what text, p_now timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  if not app.holds('security_admin') then raise exception 'not the security administrator' using errcode = '42501'; end if;
  select id into v from public.person where public_id = p_public_id and id is distinct from app.person() for update;
  if v is null then return null; end if;
  if p_what = 'lock' then update public.person set disabled_at = coalesce(disabled_at, p_now) where id = v; end if;
  if p_what = 'unlock' then update public.person set disabled_at = null where id = v; end if;
  if p_what = 'resetFactors' then
    delete from public.second_factor where person_id = v;
    delete from public.recovery_code where person_id = v;
  end if;
  if p_what <> 'unlock' then
    update public.session set revoked_at = p_now where person_id = v and revoked_at is null;
    update public.sign_in_step set used_at = p_now where person_id = v and used_at is null;
  end if;
  return v;
end $$;
--> statement-breakpoint
-- What the system administrator sees: how the work stands, never what it is about.
create function app.system_state(p_now timestamptz)
returns table (workers integer, last_beat timestamptz, waiting integer, oldest timestamptz, letters integer, dead integer)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_dead integer := 0;
begin
  if not app.holds('system_admin') then raise exception 'not the system administrator' using errcode = '42501'; end if;
  if to_regclass('pgboss.job') is not null and has_table_privilege('pgboss.job', 'select') then
    execute 'select count(*)::int from pgboss.job where name = ''job.dead''' into v_dead;
  end if;
  return query select
    (select count(*)::int from public.worker_beat b where b.at > p_now - interval '1 minute'), (select max(b.at) from public.worker_beat b),
    (select count(*)::int from public.outbox o where o.run_at <= p_now), (select min(o.run_at) from public.outbox o where o.run_at <= p_now),
    (select count(*)::int from public.mail m where m.sent_at is null), v_dead;
end $$;
--> statement-breakpoint
grant select on broken_glass to lilink_app;
--> statement-breakpoint
grant select on broken_glass to lilink_worker;
--> statement-breakpoint
create policy worker on broken_glass to lilink_worker using (true) with check (true);
--> statement-breakpoint
-- Whoever opened it, and the administrators of whom it concerns.
create policy own_or_reader on broken_glass for select to lilink_app using (person_id = (select app.person())
  or (organization_id = (select app.org()) and (select app.is_admin())));
--> statement-breakpoint
-- Opens one organization to the system administrator for at most an hour, with a reason.
create function app.break_glass(p_id uuid, p_public_id text, p_organization text, p_reason text, p_now timestamptz, p_minutes integer)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  if not app.holds('system_admin') or p_minutes not between 1 and 60 or length(p_reason) < 10 then
    raise exception 'not the system administrator, or no reason' using errcode = '42501';
  end if;
  select id into v from public.organization where public_id = p_organization and kind <> 'operator' and status <> 'unclaimed';
  if v is null then return null; end if;
  insert into public.broken_glass (id, public_id, person_id, organization_id, reason, opened_at, ends_at)
    values (p_id, p_public_id, app.person(), v, p_reason, p_now, p_now + make_interval(mins => p_minutes));
  return v;
end $$;
--> statement-breakpoint
create function app.close_glass(p_public_id text, p_now timestamptz) returns uuid
language sql security definer set search_path = pg_catalog, public as $$
  update public.broken_glass set closed_at = p_now
    where public_id = p_public_id and person_id = app.person() and closed_at is null and ends_at > p_now returning id
$$;
--> statement-breakpoint
create function app.glass_organization(p_public_id text, p_now timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.organization_id from public.broken_glass g where g.public_id = p_public_id and g.person_id = app.person()
    and g.closed_at is null and g.ends_at > p_now and app.holds('system_admin')
$$;
--> statement-breakpoint
create function app.glass_postings(p_public_id text, p_now timestamptz)
returns table (public_id text, kind text, concept text, state text, version integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.public_id, p.kind::text, v.content ->> 'concept', p.state::text, v.version from public.posting p
    join lateral (select v.* from public.posting_version v where v.posting_id = p.id order by v.version desc limit 1) v on true
    where p.organization_id = app.glass_organization(p_public_id, p_now) order by p.created_at desc limit 200
$$;
--> statement-breakpoint
-- No reading without its line in the owner's log: both are one statement's work.
create function app.read_glass(p_glass text, p_posting text, p_log uuid, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v record;
begin
  select p.id, p.organization_id, w.version, w.content into v from public.posting p
    join public.posting_version w on w.posting_id = p.id
    where p.public_id = p_posting and p.organization_id = app.glass_organization(p_glass, p_now) order by w.version desc limit 1;
  if v.id is null then return null; end if;
  insert into public.disclosure_read (id, owner_organization_id, posting_id, version, level, purpose, reader_organization_id, reader_person_id, at)
    values (p_log, v.organization_id, v.id, v.version, 'own', 'emergency', app.org(), app.person(), p_now);
  return v.content;
end $$;
--> statement-breakpoint
do $$
declare f record;
begin
  for f in select p.oid::regprocedure as name, p.prorettype = 'trigger'::regtype as hook from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' and p.proname in ('factor_holder', 'sign_in_state', 'start_session', 'start_step', 'find_step', 'miss_step', 'end_step',
      'factors_of', 'use_factor', 'use_recovery', 'keep_challenge', 'take_challenge', 'add_factor', 'factor_stands', 'confirm_factor', 'remove_factor',
      'set_recovery', 'recovery_left', 'confirmed_since', 'confirm_session', 'try_wait', 'note_try', 'allow_from', 'keep_password', 'earlier_passwords',
      'separate_duties', 'holds', 'find_account', 'manage_account', 'system_state', 'break_glass', 'close_glass', 'glass_organization', 'glass_postings',
      'read_glass') loop
    execute format('revoke all on function %s from public', f.name);
    if not f.hook then execute format('grant execute on function %s to lilink_app', f.name); end if;
  end loop;
end $$;
