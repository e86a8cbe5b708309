import { createDatabaseClock, createPool } from "@lilink/db";
import type { Kernel } from "../../kernel/context.ts";
import { createIdentity, type IdentitySettings } from "../../kernel/identity.ts";
import { createKernel } from "../../kernel/kernel.ts";
import { type GuardSettings, openGuard } from "./open-guard.ts";

export type KernelSettings = {
  readonly databaseUrl: string;
  /** The server of batteries, where it is another. */
  readonly traceUrl?: string | undefined;
  readonly filesFolder: string;
  /** A clock of one's own; else it is the database's. */
  readonly clock?: () => Date;
  readonly name?: string;
  readonly connections?: number;
  /** What signing in needs; a process that signs nobody in is not told. */
  readonly identity?: IdentitySettings;
  readonly guard?: GuardSettings;
};

/** The kernel of a process that has nothing but its configuration. */
export function openKernel(settings: KernelSettings): Kernel {
  const { databaseUrl: url, traceUrl, name = "lilink-web", connections: max = 10 } = settings;
  const clock = createDatabaseClock();
  const kernel = createKernel(
    createPool({ url, max, name, bound: true }),
    settings.filesFolder,
    settings.clock ?? clock.now,
    settings.identity && createIdentity(settings.identity),
    openGuard(settings.guard ?? {}),
    traceUrl === undefined
      ? undefined
      : createPool({ url: traceUrl, max, name, bound: true, variable: "TRACE_DATABASE_URL" }),
  );
  return { ...kernel, sealClock: kernel.clock, ...(settings.clock ? {} : { trueUp: clock.trueUp }) };
}

/** The same with its clock set right before anything asks for the time, as a process does that dates rows at once. */
export async function openTrueKernel(settings: KernelSettings): Promise<Kernel> {
  const kernel = openKernel(settings);
  await kernel.trueUp?.(kernel.pool);
  return kernel;
}
