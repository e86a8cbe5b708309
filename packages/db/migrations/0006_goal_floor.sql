CREATE TABLE "goal_floor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"percent" integer NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "figure_release" ADD COLUMN "own" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "goal_floor" ADD CONSTRAINT "goal_floor_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "goal_floor_time_idx" ON "goal_floor" USING btree ("decided_at" DESC NULLS LAST);