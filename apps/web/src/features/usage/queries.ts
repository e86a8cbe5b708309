import type { caller } from "#lib/trpc/server.ts";

type Api = Awaited<ReturnType<typeof caller>>;
/** The terms of use of a posting, as its author or a reader has them. */
export type PostingUse = NonNullable<Awaited<ReturnType<Api["posting"]["load"]>>["use"]>;
/** Who accepted them, for the author. */
export type Acceptances = Awaited<ReturnType<Api["use"]["acceptances"]>>;
