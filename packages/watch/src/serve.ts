import { createServer, type Server } from "node:http";

export type Metrics = { readonly contentType: string; readonly write: () => Promise<string> };

/** Marks a server whose requests are none of the product's. */
export const UNWATCHED = Symbol("unwatched");

/** Serves them at /metrics on this machine alone; a port that is taken is an error. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": metrics.contentType }).end(await metrics.write());
  });
  Object.assign(server, { [UNWATCHED]: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}
