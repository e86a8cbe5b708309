CREATE TABLE "meeting_ballot" (
	"vote_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"holder" text,
	"deputy" text,
	"organization_id" uuid,
	"conflict" text,
	"choice" text,
	"reason" text,
	"by_deputy" boolean DEFAULT false NOT NULL,
	"cast_by" uuid,
	"cast_at" timestamp (3) with time zone,
	CONSTRAINT "meeting_ballot_vote_id_seat_pk" PRIMARY KEY("vote_id","seat"),
	CONSTRAINT "meeting_ballot_choice" CHECK ("meeting_ballot"."choice" in ('for', 'against', 'abstain', 'recused')),
	CONSTRAINT "meeting_ballot_conflict" CHECK ("meeting_ballot"."conflict" in ('own', 'competitor')),
	CONSTRAINT "meeting_ballot_recused" CHECK ("meeting_ballot"."conflict" is null or "meeting_ballot"."choice" is not distinct from 'recused'),
	CONSTRAINT "meeting_ballot_reason" CHECK (("meeting_ballot"."choice" is not distinct from 'recused' and "meeting_ballot"."conflict" is null) = ("meeting_ballot"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "meeting_vote" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"item_id" uuid NOT NULL,
	"question" text NOT NULL,
	"about_organization_id" uuid,
	"mandate" jsonb NOT NULL,
	"quorum" integer NOT NULL,
	"majority" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"outcome" text,
	CONSTRAINT "meeting_vote_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "meeting_vote_majority" CHECK ("meeting_vote"."majority" in ('votes', 'seats')),
	CONSTRAINT "meeting_vote_outcome" CHECK ("meeting_vote"."outcome" in ('carried', 'rejected', 'no_quorum')),
	CONSTRAINT "meeting_vote_closed" CHECK (("meeting_vote"."closed_at" is null) = ("meeting_vote"."outcome" is null))
);
--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD COLUMN "vote_id" uuid;--> statement-breakpoint
ALTER TABLE "meeting_ballot" ADD CONSTRAINT "meeting_ballot_vote_id_meeting_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."meeting_vote"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_ballot" ADD CONSTRAINT "meeting_ballot_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_ballot" ADD CONSTRAINT "meeting_ballot_cast_by_person_id_fk" FOREIGN KEY ("cast_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_about_organization_id_organization_id_fk" FOREIGN KEY ("about_organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_vote_item_idx" ON "meeting_vote" USING btree ("item_id");--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_vote_id_meeting_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."meeting_vote"("id") ON DELETE restrict ON UPDATE no action;