import type { TestProject } from "vitest/node";
import { startThrowaway } from "../src/embedded/index.ts";
import { migrate } from "../src/migrate.ts";
import { TEMPLATE, withClient } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: { superuser: string; owner: string; app: string; worker: string };
  }
}

/** One server and one migrated template for a whole run; a test file clones the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowaway();
  try {
    await migrate(server.url("owner"));
    await withClient(server.url("superuser", "postgres"), (client) =>
      client.query(`alter database lilink rename to ${TEMPLATE}`),
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("testServer", {
    superuser: server.url("superuser", "postgres"),
    owner: server.url("owner", ""),
    app: server.url("app", ""),
    worker: server.url("worker", ""),
  });
  return () => server.stop();
}
