-- Releases of figures. The worker makes one; nothing is read before it is frozen, and nothing changes after.

-- figure_release
grant select, insert on figure_release to lilink_app;
grant select, insert on figure_release to lilink_worker;
grant update (state, coverage, report, frozen_at) on figure_release to lilink_worker;
create policy officer_asks on figure_release for insert to lilink_app with check ((select app.officer()) and state = 'making' and asked_by = (select app.person()) and not own);
create policy released on figure_release for select to lilink_app using ((select app.officer())
  or (state = 'frozen' and (audience = 'everyone' or (select app.reads_members()))));
create policy worker_asks on figure_release for insert to lilink_worker with check (own and state = 'making' and asked_by is null);
create policy worker_freezes on figure_release for update to lilink_worker using (state = 'making') with check (true);
create policy worker_reads on figure_release for select to lilink_worker using (true);

-- release_count
grant select on release_count to lilink_app;
grant select, insert on release_count to lilink_worker;
create policy officer on release_count for select to lilink_app using ((select app.officer()));
create policy worker_makes on release_count for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
create policy worker_reads on release_count for select to lilink_worker using (true);

-- figure_cell
grant select on figure_cell to lilink_app;
grant select, insert on figure_cell to lilink_worker;
-- Nobody reads a release in the making. Officers also read restricted indicators, under the same disclosure control.
create policy released on figure_cell for select to lilink_app using (exists (select 1 from figure_release r where r.id = release_id and r.state = 'frozen')
  and (audience = 'everyone' or (audience = 'members' and (select app.reads_members())) or (select app.officer())));
create policy worker_makes on figure_cell for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
create policy worker_reads on figure_cell for select to lilink_worker using (true);

-- release_paper
grant select on release_paper to lilink_app;
grant select, insert on release_paper to lilink_worker;
create policy worker on release_paper to lilink_worker using (true) with check (true);
create policy released on release_paper for select to lilink_app
  using (exists (select 1 from figure_release r where r.id = release_id and r.state = 'frozen'));

-- release_source
grant select, insert on release_source to lilink_worker;
create policy worker_makes on release_source for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
create policy worker_reads on release_source for select to lilink_worker using (true);

-- release_observation
grant select, insert on release_observation to lilink_worker;
create policy worker_makes on release_observation for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
create policy worker_reads on release_observation for select to lilink_worker using (true);

-- figure_band
grant select on figure_band to lilink_app;
grant select, insert on figure_band to lilink_worker;
-- A band is for the organizations that filed figures for it.
create policy filed on figure_band for select to lilink_app using (exists (
  select 1 from figure_release r join return_form f on f.round_id = r.round_id
  where r.id = release_id and r.state = 'frozen' and f.organization_id = (select app.org()) and f.state in ('verified', 'locked')
    and f.definitions ? figure_band.indicator));
create policy worker_makes on figure_band for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
create policy worker_reads on figure_band for select to lilink_worker using (true);

-- disclosure_waiver
grant select, insert on disclosure_waiver to lilink_app;
grant update (withdrawn_at) on disclosure_waiver to lilink_app;
grant select on disclosure_waiver to lilink_worker;
create policy worker on disclosure_waiver to lilink_worker using (true) with check (true);
create policy own_gives on disclosure_waiver for insert to lilink_app
  with check (organization_id = (select app.org()) and (select app.is_admin())
  and given_by = (select app.person()) and withdrawn_at is null
  and group_id is not distinct from (select o.group_id from organization_profile o where o.organization_id = (select app.org())));
create policy own_or_officer on disclosure_waiver for select to lilink_app using (organization_id = (select app.org()) or (select app.officer()));
create policy own_withdraws on disclosure_waiver for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()) and withdrawn_at is null)
  with check (organization_id = (select app.org()) and withdrawn_at is not null);

-- public_figure
grant select, insert, delete on public_figure to lilink_app;
grant select on public_figure to lilink_worker;
create policy worker on public_figure to lilink_worker using (true) with check (true);
create policy impartial_note on public_figure as restrictive for insert to lilink_app
  with check (organization_id <> all ((select app.barred())::uuid[]));
create policy impartial_remove on public_figure as restrictive for delete to lilink_app
  using (organization_id <> all ((select app.barred())::uuid[]));
create policy officer on public_figure to lilink_app using ((select app.officer())) with check ((select app.officer()) and noted_by = (select app.person()));
