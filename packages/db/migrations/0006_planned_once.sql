-- What row security asks in nearly every statement. A function in SQL is planned anew each time that it is called, one in
-- plpgsql once a connection; what they answer and who may call them stays.
create or replace function app.stances() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct s.key), '{}') from public.organization_stance s
    where (s.until is null or s.until > now()) and s.organization_id in (
      select app.org() union
      select b.organization_id from public.organization_profile a
        join public.organization_profile b on b.group_id = a.group_id where a.organization_id = app.org()));
end $$;
--> statement-breakpoint
create or replace function app.partner_postings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(c.posting_id), '{}') from public.consent c
    where c.organization_id = app.org() and c.until is null);
end $$;
--> statement-breakpoint
create or replace function app.my_introductions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p where p.organization_id = app.org());
end $$;
--> statement-breakpoint
create or replace function app.open_introductions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(p.introduction_id), '{}') from public.introduction_party p
    join public.introduction i on i.id = p.introduction_id
    where p.organization_id = app.org() and i.state in ('accepted', 'ended'));
end $$;
