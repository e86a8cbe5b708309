ALTER TABLE "residual_test" ADD COLUMN "event_hash" text;--> statement-breakpoint
CREATE INDEX "residual_test_code_idx" ON "residual_test" USING btree ("code");