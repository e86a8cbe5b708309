import { startExchange } from "@lilink/test-exchange/start-exchange";

/** The real thing on a free port and a folder of its own: what `npm start` starts, demo cast included. */
export default async function setup(): Promise<() => Promise<void>> {
  // A running exchange may be named instead, with its folder in LILINK_E2E_DATA.
  if (process.env.LILINK_E2E_URL) return async () => {};
  const exchange = await startExchange("e2e", { TZ: "Pacific/Chatham" });
  process.env.LILINK_E2E_URL = exchange.url;
  process.env.LILINK_E2E_DATA = exchange.dataDir;
  return exchange.stop;
}
