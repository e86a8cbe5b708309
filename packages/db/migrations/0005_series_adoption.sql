CREATE TABLE "series_adoption" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"indicator" text NOT NULL,
	"measure" text NOT NULL,
	"period" text NOT NULL,
	"series_id" uuid NOT NULL,
	"reading" text NOT NULL,
	"region" text,
	"low" numeric NOT NULL,
	"high" numeric NOT NULL,
	"reason" text NOT NULL,
	"adopted_by" uuid,
	"adopted_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	CONSTRAINT "series_adoption_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "series_adoption_reading" CHECK ("series_adoption"."reading" in ('value', 'share', 'largest_share', 'concentration')),
	CONSTRAINT "series_adoption_bounds" CHECK ("series_adoption"."low" <= "series_adoption"."high")
);
--> statement-breakpoint
ALTER TABLE "series_adoption" ADD CONSTRAINT "series_adoption_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_adoption" ADD CONSTRAINT "series_adoption_adopted_by_person_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_adoption" ADD CONSTRAINT "series_adoption_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "series_adoption_place" ON "series_adoption" USING btree ("indicator","measure","period") WHERE "series_adoption"."withdrawn_at" is null;