import { createServer, request } from "node:http";

export type Turnstile = { readonly stop: () => Promise<void> };

/** Hands each request to the next of several web servers in turn, whoever sends it; a stream stays where it began. */
export function startTurnstile(port: number, urls: readonly string[]): Promise<Turnstile> {
  let turn = 0;
  const server = createServer((asked, answer) => {
    const target = new URL(asked.url ?? "/", urls[turn++ % urls.length]);
    const onward = request(target, { method: asked.method, headers: asked.headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
      answered.pipe(answer);
    });
    onward.on("error", () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () =>
      resolve({
        stop: () =>
          new Promise((settle) => {
            server.close(() => settle());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
