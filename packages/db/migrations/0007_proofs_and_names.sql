CREATE TABLE "web_key" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"inner_pad" text NOT NULL,
	"outer_pad" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "name_looks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "record_import" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "record_import" ADD COLUMN "marked_sha256" text;--> statement-breakpoint
ALTER TABLE "return_import" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "return_import" ADD COLUMN "marked_sha256" text;--> statement-breakpoint
CREATE INDEX "organization_looks_idx" ON "organization" USING gin ("name_looks");--> statement-breakpoint
CREATE INDEX "audit_entry_file_idx" ON "audit_entry" USING btree ("at") WHERE action = 'file.refuse';