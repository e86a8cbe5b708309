-- A licence ends on a day that an officer names; nothing else of it changes.
grant update (to_on) on trace.licence to lilink_app;
create policy enders on trace.licence for update to lilink_app using (trace.oversees()) with check (trace.oversees());
