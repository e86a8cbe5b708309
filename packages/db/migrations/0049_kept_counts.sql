CREATE TABLE "release_observation" (
	"release_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"observations" jsonb NOT NULL,
	CONSTRAINT "release_observation_release_id_round_id_pk" PRIMARY KEY("release_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "release_observation" ADD CONSTRAINT "release_observation_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_observation" ADD CONSTRAINT "release_observation_round_id_return_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."return_round"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
-- The worker writes it while a release is being made and reads it for the next; nobody else sees it.
do $$ begin
  alter table release_observation enable row level security;
  alter table release_observation force row level security;
  execute format('create policy maintenance on release_observation to %I using (true) with check (true)', current_user);
  revoke all on release_observation from public;
end $$;
--> statement-breakpoint
grant select, insert on release_observation to lilink_worker;
--> statement-breakpoint
create policy worker_reads on release_observation for select to lilink_worker using (true);
--> statement-breakpoint
create policy worker_makes on release_observation for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
