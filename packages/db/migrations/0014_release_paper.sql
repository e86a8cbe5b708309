CREATE TABLE "release_paper" (
	"release_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"file_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "release_paper_release_id_locale_pk" PRIMARY KEY("release_id","locale")
);
--> statement-breakpoint
ALTER TABLE "release_paper" ADD CONSTRAINT "release_paper_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
alter table release_paper enable row level security;
--> statement-breakpoint
alter table release_paper force row level security;
--> statement-breakpoint
revoke all on release_paper from public;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on release_paper to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker on release_paper to lilink_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert on release_paper to lilink_worker;
--> statement-breakpoint
grant select on release_paper to lilink_app;
--> statement-breakpoint
create policy released on release_paper for select to lilink_app
  using (exists (select 1 from figure_release r where r.id = release_id and r.state = 'frozen'));
