-- Matches and the pairs of the whole market. The worker writes them; each owner reads its own side.

-- match
grant select on match to lilink_app;
grant select, insert, update, delete on match to lilink_worker;
create policy worker on match to lilink_worker using (true) with check (true);
create policy reader on match for select to lilink_app using (
  reader_organization_id = (select app.org())
  and seen = (select coalesce(bit_or(app.part_bit(p.level, p.walled)), 0) from posting_part p
    where p.posting_id = match.other_posting_id and p.version = match.other_version and p.state = 'live'));

-- match_mark
grant select, insert, update, delete on match_mark to lilink_app;
grant select on match_mark to lilink_worker;
create policy worker on match_mark to lilink_worker using (true) with check (true);
create policy own on match_mark to lilink_app using (organization_id = (select app.org())) with check (organization_id = (select app.org())
  and exists (select 1 from posting p where p.id = own_posting_id and p.organization_id = (select app.org())));

-- market_pair
grant select (demand_posting_id, offer_posting_id, fits, shown, demand_place, offer_place) on market_pair to lilink_app;
grant select, insert, update, delete on market_pair to lilink_worker;
create policy worker on market_pair to lilink_worker using (true) with check (true);
create policy own_side on market_pair for select to lilink_app using ((select app.reads_members()) and exists (
  select 1 from posting p where p.id in (market_pair.demand_posting_id, market_pair.offer_posting_id) and p.organization_id = (select app.org())));

-- market_report
grant select on market_report to lilink_app;
grant select, insert, update, delete on market_report to lilink_worker;
create policy worker on market_report to lilink_worker using (true) with check (true);
create policy officer on market_report for select to lilink_app using ((select app.officer()));
