-- API keys of an organization's programs.

-- api_key
grant select, insert on api_key to lilink_app;
grant update (revoked_at) on api_key to lilink_app;
create policy own_admin on api_key to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
create policy proven on api_key as restrictive for insert to lilink_app with check ((select app.proven()));
