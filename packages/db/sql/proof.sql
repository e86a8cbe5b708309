-- Proof that a process of the web began the transaction, and not whoever has no more than the connection of its role. Functions and
-- policies that end in a credential ask for it: passwords, sessions, factors, external identities, letters, invitations, keys. [ID11]

-- web_key: no role has a grant; app.proven reads it.

-- The HMAC of a text under the key of the web's processes. Nobody but the functions of this file runs it.
create or replace function app.hmac(p_text text)
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select encode(sha256(decode(k.outer_pad, 'hex') || sha256(decode(k.inner_pad, 'hex') || convert_to(p_text, 'UTF8'))), 'hex')
    from public.web_key k
$$;

-- Whether app.proof is the HMAC of this transaction's id under the key that follows from AUTH_SECRET. It holds for this
-- transaction alone, so one that was seen is worth nothing later.
create or replace function app.proven()
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(current_setting('app.proof', true) = app.hmac(pg_current_xact_id()::text), false)
$$;

-- The owner of the tables proves nothing: it could write the rows themselves.
create or replace function app.require_proof()
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.proven() and not pg_has_role(session_user, current_user, 'member') then
    raise exception 'no process of the web began this transaction' using errcode = '42501';
  end if;
  return true;
end $$;

-- Announces events of the worker as the web's processes do (kernel/hint.ts): for whom they are, nobody reads on the channel. [PL14]
create or replace function app.announce(p_events jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  e jsonb;
  v_for text;
  v_nonce uuid;
begin
  -- Of the web's role only a process with the key announces, by itself; a step that prepares has nobody to tell.
  if session_user not like '%worker' and not pg_has_role(session_user, current_user, 'member') then return; end if;
  for e in select jsonb_array_elements(p_events) loop
    v_for := coalesce('person:' || (e ->> 'personId'), 'organization:' || (e ->> 'organizationId'));
    continue when v_for is null;
    v_nonce := gen_random_uuid();
    perform pg_notify('lilink_event', concat_ws(' ', e ->> 'topic', v_nonce, app.hmac(format('hint %s %s %s', v_nonce, e ->> 'topic', v_for))));
  end loop;
end $$;

-- What was ended stays ended, whoever asks.
create or replace function app.keep_revoked()
returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'what was ended stays ended' using errcode = '42501';
  end if;
  return new;
end $$;

grant execute on function app.proven() to lilink_app;
grant execute on function app.announce(jsonb) to lilink_app, lilink_worker;
create trigger session_revoked before update of revoked_at on session for each row
  execute function app.keep_revoked();
create trigger api_key_revoked before update of revoked_at on api_key for each row
  execute function app.keep_revoked();
create trigger invitation_revoked before update of revoked_at on invitation for each row
  execute function app.keep_revoked();
