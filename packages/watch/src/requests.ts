import { randomUUID } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { type ArrivalLimits, arrivalLimits, awaitRest, whenArrived } from "./arrival.ts";
import type { Gate } from "./gate.ts";
import { inRequest } from "./request-id.ts";
import { type RouteClass, toRouteClass } from "./route-class.ts";
import { UNWATCHED } from "./serve.ts";
import { inSpan } from "./trace.ts";

export type Watching = {
  readonly registry: Registry;
  readonly gate: Gate;
  readonly arrival?: ArrivalLimits;
  /** Prepares a request that was let in, before anything else reads it; true where it answers by itself. */
  readonly receive?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  /** Answers whoever is not let in; the headers say when to come again. */
  readonly refuse: (request: IncomingMessage, response: ServerResponse) => void;
};

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts every request of every server of this process, by what it is about and how it ended; opens its span; keeps out
 * what is too much. Before anything else reads the request, so that what is refused costs next to nothing.
 */
export function watchRequests(
  { registry, gate, refuse, receive, arrival = arrivalLimits }: Watching,
  prototype: EventSource = Server.prototype,
): Requests {
  const streams = new Set<ServerResponse>();
  const registers = [registry];
  const labelNames = ["route", "method", "status"] as const;
  const seconds = new Histogram({
    ...{
      name: "lilink_http_request_seconds",
      help: "Requests from their arrival, what they waited included, by what they are about and how they ended",
    },
    ...{ labelNames, registers, buckets: SECONDS },
  });
  const refused = new Counter({
    ...{
      name: "lilink_refusals_total",
      help: "Requests that were answered with 429, by a limit or by the crowd",
    },
    ...{ labelNames: ["route", "by"] as const, registers },
  });
  const under = new Gauge({
    ...{ name: "lilink_http_requests", help: "Requests under way; of `live`, pages that follow changes" },
    ...{ labelNames: ["route"] as const, registers },
  });
  const serve = (request: IncomingMessage, response: ServerResponse, pass: () => boolean): void => {
    const method = toMethod(request.method);
    const route = toRouteClass(method, request.url ?? "");
    const id = randomUUID();
    request.headers["x-request-id"] = id;
    response.setHeader("x-request-id", id);
    // From here and not from where it is let in: who asks waits for both.
    const stop = seconds.startTimer({ route, method });
    response.once("close", () => {
      // A page that follows changes ends when it is closed: how long that was says nothing.
      if (route !== "live") stop({ status: response.headersSent ? String(response.statusCode) : "gone" });
    });
    const letIn = (leave: () => void) => {
      // Whoever went away while waiting is not served.
      if (response.closed || request.socket.destroyed) return leave();
      under.inc({ route });
      if (route === "live") streams.add(response);
      const forget = awaitRest(request, arrival);
      response.once("close", () => {
        forget();
        leave();
        streams.delete(response);
        under.dec({ route });
        if (response.statusCode === 429) refused.inc({ route, by: "limit" });
      });
      inRequestSpan(route, request, response, () => inRequest(id, pass));
    };
    const sendAway = () => {
      refused.inc({ route, by: "crowd" });
      refuse(request, response);
    };
    // What is too large to be here at once is waited for among files, and holds up no small change.
    whenArrived(request, arrival, (isWhole) =>
      gate.enter(isWhole ? route : "file", method !== "GET", letIn, sendAway),
    );
  };
  const { emit } = prototype;
  prototype.emit = function emitWatched(this: Server, event: string | symbol, ...given: unknown[]) {
    const pass = () => emit.call(this, event, ...given);
    if (event !== "request" || UNWATCHED in this) return pass();
    const [request, response] = given as [IncomingMessage, ServerResponse];
    serve(request, response, () => {
      const received = receive?.(request, response) ?? false;
      if (typeof received === "boolean") return received || pass();
      // Whoever went away meanwhile is not served.
      void received.then((answered) => answered || response.closed || pass());
      return true;
    });
    return true;
  };
  return {
    endStreams: () => {
      for (const response of streams) response.destroy();
    },
  };
}

export type Requests = {
  /** Ends what would never end by itself, so that a process that is asked to stop waits for work alone. */
  readonly endStreams: () => void;
};

type EventSource = { emit(event: string | symbol, ...given: unknown[]): boolean };

function inRequestSpan(
  route: RouteClass,
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => boolean,
): boolean {
  const given = request.headers.traceparent;
  const parent = typeof given === "string" ? given : undefined;
  return inSpan(
    `${request.method} ${route}`,
    { kind: "served", parent, attributes: { "lilink.route": route } },
    (span) => {
      response.once("close", () => span.setAttribute("http.response.status_code", response.statusCode).end());
      return pass();
    },
  );
}

/** Of the methods that people invent, one word. */
function toMethod(method: string | undefined): string {
  return ["GET", "POST", "PUT", "DELETE", "PATCH"].includes(method ?? "")
    ? (method ?? "")
    : method === "HEAD"
      ? "GET"
      : "other";
}
