-- Definitions of what is measured, and the public series.

-- definition
grant select, insert on definition to lilink_app;
grant update (adopted, adopted_by, adopted_at, withdrawn_at) on definition to lilink_app;
grant select, insert, update on definition to lilink_worker;
create policy worker on definition to lilink_worker using (true) with check (true);
create policy adopt on definition for update to lilink_app using ((select app.secretary()) and not adopted and withdrawn_at is null)
  with check ((select app.secretary()) and adopted_by = (select app.person()) and proposed_by is distinct from adopted_by);
create policy in_force on definition for select to lilink_app using (adopted or (select app.officer()));
create policy propose on definition for insert to lilink_app with check ((select app.officer()) and not adopted and proposed_by = (select app.person()));
-- The person who proposed it takes it back, or a secretary turns it down. Its number is not used again.
create policy withdraw on definition for update to lilink_app
  using ((select app.officer()) and not adopted and withdrawn_at is null and (proposed_by = (select app.person()) or (select app.secretary())))
  with check ((select app.officer()) and not adopted and withdrawn_at is not null);

-- series
grant select on series to lilink_app;
grant select, insert, update, delete on series to lilink_worker;
create policy worker on series to lilink_worker using (true) with check (true);
create policy everyone on series for select to lilink_app using (true);

-- observation
grant select on observation to lilink_app;
grant select, insert, update, delete on observation to lilink_worker;
create policy worker on observation to lilink_worker using (true) with check (true);
create policy everyone on observation for select to lilink_app using (true);

-- goal_floor
grant select, insert on goal_floor to lilink_app;
grant select on goal_floor to lilink_worker;
create policy worker on goal_floor to lilink_worker using (true) with check (true);
create policy everyone on goal_floor for select to lilink_app using (true);
create policy officer on goal_floor for insert to lilink_app with check ((select app.officer()) and decided_by = (select app.person()));

-- series_adoption
-- What an officer takes as the source of a measure is read by everyone. It ends once, with a reason, and is not taken back to life.
grant select, insert on series_adoption to lilink_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on series_adoption to lilink_app;
grant select on series_adoption to lilink_worker;
create policy worker on series_adoption for select to lilink_worker using (true);
create policy everyone on series_adoption for select to lilink_app using (true);
create policy adopt on series_adoption for insert to lilink_app
  with check ((select app.officer()) and adopted_by = (select app.person()) and withdrawn_at is null);
create policy withdraw on series_adoption for update to lilink_app using ((select app.officer()) and withdrawn_at is null)
  with check ((select app.officer()) and withdrawn_by = (select app.person()) and withdrawn_at is not null and withdrawn_reason is not null);
