-- Notices to people, letters that wait to be sent, and saved searches.

-- notice
grant select on notice to lilink_app;
grant update (read_at) on notice to lilink_app;
grant select, insert, update, delete on notice to lilink_worker;
create policy worker on notice to lilink_worker using (true) with check (true);
-- A person reads an organization's notices only while belonging to it.
create policy belonging on notice as restrictive to lilink_app using (organization_id is null
  or organization_id in (select m.organization_id from membership m where m.person_id = (select app.person()) and m.active));
create policy self on notice for select to lilink_app using (person_id = (select app.person()));
create policy self_edit on notice for update to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));

-- mail
grant select, insert, update, delete on mail to lilink_worker;
create policy worker on mail to lilink_worker using (true) with check (true);

-- saved_search
grant select, insert, update, delete on saved_search to lilink_app;
grant select, update on saved_search to lilink_worker;
create policy worker on saved_search to lilink_worker using (true) with check (true);
create policy self on saved_search to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
