ALTER TABLE "organization" ADD COLUMN "logo" text;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "logo" boolean DEFAULT false NOT NULL;