CREATE TABLE "talent_rollup" (
	"id" uuid PRIMARY KEY NOT NULL,
	"as_of" text NOT NULL,
	"cells" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "talent_rollup_as_of_unique" UNIQUE("as_of"),
	CONSTRAINT "talent_rollup_day" CHECK ("talent_rollup"."as_of" ~ '^[0-9]{4}-(01|04|07|10)-01$')
);
--> statement-breakpoint
CREATE TABLE "talent_source" (
	"rollup_id" uuid PRIMARY KEY NOT NULL,
	"sources" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "talent_source" ADD CONSTRAINT "talent_source_rollup_id_talent_rollup_id_fk" FOREIGN KEY ("rollup_id") REFERENCES "public"."talent_rollup"("id") ON DELETE cascade ON UPDATE no action;