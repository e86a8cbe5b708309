import { createPool } from "@lilink/db";
import type { Kernel } from "./context.ts";
import { type GuardSettings, openGuard } from "./guard.ts";
import { createIdentity, type IdentitySettings } from "./identity.ts";
import { createKernel } from "./kernel.ts";

export type KernelSettings = {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  readonly clock: () => Date;
  readonly name?: string;
  readonly connections?: number;
  /** What signing in needs; a process that signs nobody in is not told. */
  readonly identity?: IdentitySettings;
  readonly guard?: GuardSettings;
};

/** The kernel of a process that has nothing but its configuration. */
export function openKernel(settings: KernelSettings): Kernel {
  const { databaseUrl: url, name = "lilink-web", connections: max = 10 } = settings;
  return createKernel(
    createPool({ url, max, name, bound: true }),
    settings.filesFolder,
    settings.clock,
    settings.identity && createIdentity(settings.identity),
    openGuard(settings.guard ?? {}),
  );
}
