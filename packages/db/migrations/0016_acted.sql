-- Tables that came after 0003 have its rule too: without an actor no row arrives.
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r'
             and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'acted') loop
    execute format('create policy acted on public.%I as restrictive to lilink_app using ((select app.acted()))', t.relname);
  end loop;
end $$;
