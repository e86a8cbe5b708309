ALTER TABLE "meeting_vote" ADD COLUMN "register" text;--> statement-breakpoint
UPDATE "meeting_vote" SET "register" = 'weakLink' WHERE "weak_link" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_register" CHECK ("meeting_vote"."register" in ('weakLink', 'roadmapItem', 'laboratoryChange'));
