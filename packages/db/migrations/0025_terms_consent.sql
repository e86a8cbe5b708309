create table terms_consent (
  person_id uuid not null references person (id) on delete cascade,
  version text not null,
  agreed_at timestamptz not null,
  primary key (person_id, version)
);
--> statement-breakpoint
alter table terms_consent enable row level security;
--> statement-breakpoint
alter table terms_consent force row level security;
--> statement-breakpoint
do $$
begin
  execute format('create policy maintenance on public.terms_consent to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
create policy acted on terms_consent as restrictive to lilink_app using ((select app.acted()));
--> statement-breakpoint
create policy self on terms_consent for select to lilink_app using (person_id = (select app.person()));
--> statement-breakpoint
create policy self_agrees on terms_consent for insert to lilink_app with check (person_id = (select app.person()));
--> statement-breakpoint
-- What was agreed to is never changed and never taken back here.
grant select, insert on terms_consent to lilink_app;
--> statement-breakpoint
-- As before; what was agreed to when the account was asked for stays with the person.
create or replace function app.finish_registration(p_hash text, p_id uuid, p_public_id text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.mail_token;
begin
  update public.mail_token t set used_at = p_now
    where t.token_hash = p_hash and t.kind = 'register' and t.used_at is null and t.expires_at > p_now returning t.* into v;
  if v.id is null or not app.register_person(p_id, p_public_id, v.email, v.payload ->> 'name', v.payload ->> 'locale',
      v.payload ->> 'passwordHash', p_now) then return null; end if;
  insert into public.terms_consent (person_id, version, agreed_at)
    select p_id, v.payload ->> 'terms', (v.payload ->> 'agreedAt')::timestamptz where v.payload ? 'terms';
  update public.mail_token set payload = '{}' where id = v.id;
  return p_id;
end $$;
--> statement-breakpoint
-- Beside the one without terms, which the version before calls while this is brought in. An invited stranger makes an account and joins in one step: the token proves the address. 'taken' where it has an account.
create function app.join_by_invitation(p_hash text, p_id uuid, p_public_id text, p_name text, p_locale text, p_password text, p_terms text, p_now timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.invitation;
begin
  select * into v from public.invitation i where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null
    and i.expires_at > p_now for update;
  if v.id is null then return 'gone'; end if;
  if not app.register_person(p_id, p_public_id, v.email, p_name, p_locale, p_password, p_now) then return 'taken'; end if;
  insert into public.terms_consent (person_id, version, agreed_at) values (p_id, p_terms, p_now);
  update public.invitation set accepted_at = p_now where id = v.id;
  insert into public.membership (organization_id, person_id, role, active, created_at) values (v.organization_id, p_id, v.role, true, p_now);
  return null;
end $$;
--> statement-breakpoint
revoke all on function app.join_by_invitation(text, uuid, text, text, text, text, text, timestamptz) from public;
--> statement-breakpoint
grant execute on function app.join_by_invitation(text, uuid, text, text, text, text, text, timestamptz) to lilink_app;
