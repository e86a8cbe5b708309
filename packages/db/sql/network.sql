-- The network of confirmed outcomes: bands for verified bodies, the own position for each, and names for officers where a body agreed. No role of
-- the web ever reads a tie.

-- network_reading
grant select on network_reading to lilink_app;
grant select, insert on network_reading to lilink_worker;
create policy worker on network_reading to lilink_worker using (true) with check (true);
create policy verified on network_reading for select to lilink_app using ((select app.verified()));

-- network_position
grant select on network_position to lilink_app;
grant select, insert on network_position to lilink_worker;
create policy worker on network_position to lilink_worker using (true) with check (true);
create policy own on network_position for select to lilink_app using (org_id = (select app.org()) and (select app.verified()));
create policy named on network_position for select to lilink_app using ((select app.officer()) and org_id <> all ((select app.barred())::uuid[])
  and exists (select 1 from network_consent c where c.org_id = network_position.org_id and c.named));

-- network_consent
grant select, insert, update (named, said_by, said_at) on network_consent to lilink_app;
grant select on network_consent to lilink_worker;
create policy worker on network_consent for select to lilink_worker using (true);
create policy own on network_consent for select to lilink_app using (org_id = (select app.org()));
create policy named on network_consent for select to lilink_app using (named and (select app.officer()));
create policy own_say on network_consent for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.is_admin()) and said_by = (select app.person()));
create policy own_change on network_consent for update to lilink_app using (org_id = (select app.org()) and (select app.is_admin()))
  with check (org_id = (select app.org()) and said_by = (select app.person()));
