-- The account, as wrong tries name it, whose password a browser gave before it gave the second factor.
create function app.account_of_step(p_hash text) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select left(encode(sha256(convert_to(p.email, 'UTF8')), 'hex'), 32) from public.sign_in_step s join public.person p on p.id = s.person_id
    where s.token_hash = p_hash
$$;
--> statement-breakpoint
revoke all on function app.account_of_step(text) from public;
--> statement-breakpoint
grant execute on function app.account_of_step(text) to lilink_app;
