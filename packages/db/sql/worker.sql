-- Jobs: the outbox, what is done, and the worker's sign of life.

-- outbox
grant insert on outbox to lilink_app;
grant select, insert, delete on outbox to lilink_worker;
grant usage on sequence outbox_seq_seq to lilink_app, lilink_worker;
create policy worker on outbox to lilink_worker using (true) with check (true);
create policy append on outbox for insert to lilink_app with check (true);

-- job_done
grant select, insert, update, delete on job_done to lilink_worker;
create policy worker on job_done to lilink_worker using (true) with check (true);

-- worker_beat
grant select on worker_beat to lilink_app;
grant select, insert, update, delete on worker_beat to lilink_worker;
create policy worker on worker_beat to lilink_worker using (true) with check (true);
create policy everyone on worker_beat for select to lilink_app using (true);

-- Wakes the worker; without it the worker polls.
create or replace function app.notify_outbox() returns trigger language plpgsql as $$
begin perform pg_notify('lilink_outbox', ''); return null; end $$;

-- What the system administrator sees: how much work waits, not what it is about.
create or replace function app.system_state(p_now timestamptz)
returns table (workers integer, last_beat timestamptz, waiting integer, oldest timestamptz, letters integer, dead integer, changed integer)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_dead integer := 0;
begin
  if not app.holds('system_admin') then raise exception 'not the system administrator' using errcode = '42501'; end if;
  if to_regclass('pgboss.job') is not null and has_table_privilege('pgboss.job', 'select') then
    execute 'select count(*)::int from pgboss.job where name = ''job.dead''' into v_dead;
  end if;
  return query select
    (select count(*)::int from public.worker_beat b where b.at > p_now - interval '1 minute'), (select max(b.at) from public.worker_beat b),
    (select count(*)::int from public.outbox o where o.run_at <= p_now), (select min(o.run_at) from public.outbox o where o.run_at <= p_now),
    (select count(*)::int from public.mail m where m.sent_at is null), v_dead,
    (select count(*)::int from public.audit_entry e where e.action = 'file.refuse' and e.at > p_now - interval '30 days');
end $$;

grant execute on function
  app.system_state(timestamptz)
to lilink_app;
create trigger outbox_notify after insert on outbox for each statement
  execute function app.notify_outbox();
create trigger outbox_webhooks after insert on outbox for each row when (((new.name = 'release.print'::text) or ((new.name = 'notice.deliver'::text) and ((new.payload ->> 'kind'::text) = ANY (ARRAY['match.found'::text, 'introduction.received'::text, 'introduction.accepted'::text, 'introduction.declined'::text, 'posting.published'::text, 'posting.returned'::text, 'return.queried'::text])))))
  execute function app.note_webhooks();
