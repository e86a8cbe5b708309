import type { IncomingMessage, ServerResponse } from "node:http";
import { createTranslator } from "@lilink/i18n";
import {
  createGate,
  openRegister,
  serveMetrics,
  startTracing,
  takeConsole,
  toErrorNote,
  watchRequests,
} from "@lilink/watch";
import { createKeptPages } from "./kept/kept-pages.ts";
import { log } from "./log.ts";
import { receiveRequest } from "./receive-request.ts";
import { readerOf, runtime } from "./runtime.ts";

const retrySeconds = 2;
const tracesMs = 500;

const store = globalThis as typeof globalThis & { lilinkWatched?: true };

/** Metrics, traces, the log and the gate of this process. Once, for a reload in development comes here again. */
export async function watchProcess(): Promise<void> {
  if (store.lilinkWatched) return;
  store.lilinkWatched = true;
  if (process.env.NODE_ENV === "production") takeConsole(log);
  const { config, api } = runtime();
  const tracing = startTracing("lilink-web", config.traceEndpoint, tracesMs);
  const registry = openRegister(() => api.kernel.pool);
  const receiving = { publicUrl: config.publicUrl, dev: process.env.NODE_ENV !== "production" };
  const kept = createKeptPages({ readerOf });
  const { endStreams } = watchRequests({
    ...{ registry, gate: createGate(), refuse },
    receive: (request, response) => {
      const received = receiveRequest(request, response, receiving);
      return received === "page" && !receiving.dev ? kept.take(request, response) : received === "answered";
    },
  });
  process.once("SIGTERM", () => {
    endStreams();
    void tracing?.stop();
  });
  if (config.metricsPort === undefined) return;
  const metrics = { contentType: registry.contentType, write: () => registry.metrics() };
  await serveMetrics(metrics, config.metricsPort).then(
    (server) => server.unref(),
    (error) => log.error(toErrorNote(error), "no metrics: WEB_METRICS_PORT is taken"),
  );
}

/** Cheap to say, and the same to a page, a call and a program: come again in a moment. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
  const message = ["zh-CN", "en"]
    .map((locale) => createTranslator(locale as "en", "common")("busy"))
    .join(" ");
  const program = request.url?.startsWith("/api/");
  const body = program
    ? JSON.stringify({ code: "LIMIT_REACHED", message, params: { seconds: retrySeconds }, faults: [] })
    : message;
  response
    .writeHead(429, {
      "content-type": program ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(retrySeconds),
      "x-content-type-options": "nosniff",
      connection: "close",
    })
    .end(body);
}
