import { createPool } from "@lilink/db";
import type { Kernel } from "./context.ts";
import { createKernel } from "./kernel.ts";

export type KernelSettings = {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  readonly clock: () => Date;
  readonly name?: string;
  readonly connections?: number;
};

/** The kernel of a process that has nothing but its configuration. */
export function openKernel(settings: KernelSettings): Kernel {
  const { databaseUrl: url, name = "lilink-web", connections: max = 10 } = settings;
  return createKernel(createPool({ url, max, name, bound: true }), settings.filesFolder, settings.clock);
}
