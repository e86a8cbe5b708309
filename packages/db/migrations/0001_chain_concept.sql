CREATE TABLE "chain_concept" (
	"concept" text PRIMARY KEY NOT NULL,
	"link" text NOT NULL,
	"family" text[] NOT NULL
);
