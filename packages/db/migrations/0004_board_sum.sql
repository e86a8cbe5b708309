CREATE TABLE "board_sum" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"sums" jsonb NOT NULL,
	CONSTRAINT "board_sum_one_row" CHECK ("board_sum"."only")
);
--> statement-breakpoint
alter table board_sum enable row level security;
--> statement-breakpoint
alter table board_sum force row level security;
--> statement-breakpoint
revoke all on board_sum from public;
--> statement-breakpoint
do $$ begin
  execute format('create policy maintenance on board_sum to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
-- The sums of the board with the moment at which they were added up, at most a minute ago. They are sums over all firms,
-- the same for each reader, so that one reader's reading serves the next; who may read them is asked every time.
create function app.board_sums(p_since timestamptz, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_sums jsonb;
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  select sums into v_sums from board_sum where made_at > p_now - interval '1 minute' and made_at <= p_now;
  if v_sums is not null then return v_sums; end if;
  v_sums := jsonb_build_object('at', p_now, 'exchange', app.board_exchange(p_since), 'counts', app.live_counts(),
    'needs', (select coalesce(jsonb_agg(n), '[]') from app.board_needs(p_now) n));
  insert into board_sum (made_at, sums) values (p_now, v_sums)
    on conflict ("only") do update set made_at = excluded.made_at, sums = excluded.sums where board_sum.made_at < excluded.made_at;
  return v_sums;
end $$;
--> statement-breakpoint
revoke all on function app.board_sums(timestamptz, timestamptz) from public;
--> statement-breakpoint
grant execute on function app.board_sums(timestamptz, timestamptz) to lilink_app;
