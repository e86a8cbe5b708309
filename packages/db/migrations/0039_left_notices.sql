-- Notices of an organization are for its people, as long as they belong to it.
create policy belonging on notice as restrictive to lilink_app using (organization_id is null
  or organization_id in (select m.organization_id from membership m where m.person_id = (select app.person()) and m.active));
