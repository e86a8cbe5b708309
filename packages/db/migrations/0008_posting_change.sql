CREATE TABLE "posting_change" (
	"posting_id" uuid NOT NULL,
	"level" "disclosure_level" NOT NULL,
	"changed_in" bigint NOT NULL,
	CONSTRAINT "posting_change_posting_id_level_pk" PRIMARY KEY("posting_id","level")
);
--> statement-breakpoint
CREATE INDEX "posting_change_idx" ON "posting_change" USING btree ("changed_in");