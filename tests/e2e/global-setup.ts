import { startExchange } from "@lilink/test-exchange/start-exchange";
import { startPair } from "@lilink/test-exchange/start-pair";
import { startTwoServers } from "@lilink/test-exchange/start-two-servers";

// Hundreds of journeys sign in from one address within minutes; all other limits are those of the product.
const env = { TZ: "Pacific/Chatham", RATE_LIMITS: "signIn.source=9000/m register.source=900/m" };

/**
 * The real thing on a free port and a folder of its own: what `npm start` starts, demo cast included. With a pooler
 * named in LILINK_POOLER it is started twice, on one database behind one address; with LILINK_APART=1 its batteries have a server of their own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  // A running exchange may be named instead, with its folder in LILINK_E2E_DATA.
  if (process.env.LILINK_E2E_URL) return async () => {};
  const program = process.env.LILINK_POOLER;
  const start = process.env.LILINK_APART === "1" ? startTwoServers : startExchange;
  const exchange = program ? await startPair(program, env) : await start("e2e", env);
  process.env.LILINK_E2E_URL = exchange.url;
  process.env.LILINK_E2E_DATA = exchange.dataDir;
  process.env.LILINK_E2E_OWNER = exchange.ownerUrl;
  if ("instances" in exchange) {
    const { instances, consoleUrl, superuserUrl } = exchange;
    process.env.LILINK_E2E_PAIR = JSON.stringify({ instances, consoleUrl, superuserUrl });
  }
  return exchange.stop;
}
