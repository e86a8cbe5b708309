import { caller } from "#lib/trpc/server.ts";

/** What the engine ranks with, what it proposes and what was decided. Who may not read it is told so by the verb. */
export async function readEngine() {
  const api = await caller();
  return api.engine.list({});
}

export type EngineData = Awaited<ReturnType<typeof readEngine>>;
export type EngineVersion = EngineData["versions"][number];
export type LearnedVersion = NonNullable<EngineVersion["learned"]>;
