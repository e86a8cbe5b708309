import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "./open-database.ts";
import { type Exchange, startExchange } from "./start-exchange.ts";

/** An exchange whose batteries stand on a PostgreSQL of their own. Both know web and worker by the same passwords, as an operator gives them. */
export async function startTwoServers(name: string, env: Record<string, string>): Promise<Exchange> {
  const home = mkdtempSync(join(tmpdir(), "lilink-batteries-"));
  const batteries = await openDatabase(home);
  const stop = async () => {
    await batteries.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const exchange = await startExchange(
      name,
      { ...env, TRACE_DATABASE_URL: batteries.ownerUrl },
      (dataDir) => {
        copyFileSync(join(home, "secrets.json"), join(dataDir, "secrets.json"));
        return () => undefined;
      },
    );
    return {
      ...exchange,
      stop: async () => {
        await exchange.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
