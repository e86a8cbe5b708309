-- Which batteries an organization has to do with: its own list, so that the tables of batteries need no key by organization. The batteries
-- themselves are in the schema trace (migrations/trace, ADR 33).

create table if not exists battery_of (
  org_id uuid not null references organization (id) on delete cascade,
  code text not null check (length(code) between 19 and 24),
  as_maker boolean not null,
  since timestamptz(3) not null,
  primary key (org_id, code)
);
alter table battery_of enable row level security, force row level security;
create policy maintenance on battery_of to current_user using (true) with check (true);
create policy acted on battery_of as restrictive to lilink_app using ((select app.acted()));

-- battery_of
grant select, insert on battery_of to lilink_app;
grant select, insert on battery_of to lilink_worker;
create policy worker on battery_of to lilink_worker using (true) with check (true);
create policy readers on battery_of for select to lilink_app using (org_id = (select app.org()));
create policy writers on battery_of for insert to lilink_app with check (org_id = (select app.org()));

-- battery_capture: a body reads what it sent, by whichever of its people or programs, and nobody else does.
grant select, insert on battery_capture to lilink_app;
grant select, insert, update on battery_capture to lilink_worker;
create policy worker on battery_capture to lilink_worker using (true) with check (true);
create policy own on battery_capture for select to lilink_app using (organization_id = (select app.org()));
create policy own_asks on battery_capture for insert to lilink_app with check (organization_id = (select app.org())
  and requested_by is not distinct from (select app.person()) and state = 'waiting');

-- battery_item: for the two sides, for officers of one body, and for the verified regulator of the province.
grant select on battery_item to lilink_app;
grant select on battery_item to lilink_worker;
create policy worker on battery_item to lilink_worker using (true) with check (true);
create policy readers on battery_item for select to lilink_app using ((select app.org()) in (organization_id, other_id)
  or (select app.officer() and not app.of_several()) or (select app.regulates()) = province);
