import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, it } from "vitest";
import { tellLess } from "./told-span.ts";

it("[OB3] no foreign span sends an address, and no span sends a message or an event", () => {
  const kept = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(tellLess(kept, "lilink"))],
  });
  const foreign = provider.getTracer("next.js").startSpan("GET /register/hush-token", {
    attributes: {
      "http.target": "/register/hush-token?from=hush",
      "http.url": "http://localhost/register/hush-token",
      "next.route": "/[locale]/register/[token]",
      "next.span_type": "BaseServer.handleRequest",
    },
  });
  foreign.recordException(new Error("hush"));
  foreign.setStatus({ code: 2, message: "hush" });
  foreign.end();
  const own = provider
    .getTracer("lilink")
    .startSpan("posting.publish", { attributes: { "lilink.outcome": "ok" } });
  own.end();
  const [first, second] = kept.getFinishedSpans();
  expect(first).toMatchObject({
    name: "BaseServer.handleRequest /[locale]/register/[token]",
    attributes: { "next.route": "/[locale]/register/[token]" },
    events: [],
    status: { code: 2 },
  });
  expect(JSON.stringify([first?.name, first?.attributes, first?.events, first?.status])).not.toContain(
    "hush",
  );
  expect(first?.spanContext().traceId).toMatch(/^[\da-f]{32}$/);
  expect(second).toMatchObject({ name: "posting.publish", attributes: { "lilink.outcome": "ok" } });
});
