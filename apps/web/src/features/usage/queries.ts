import type { caller } from "#lib/trpc/server.ts";

type Api = Awaited<ReturnType<typeof caller>>["use"];
/** The terms of use of a posting, as its author or a reader has them. */
export type PostingUse = NonNullable<Awaited<ReturnType<Api["load"]>>>;
