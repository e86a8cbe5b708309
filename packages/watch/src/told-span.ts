import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-base";

/** What spans that are not ours may tell: no address of a request, which names people's things and letters' tokens. */
const told: ReadonlySet<string> = new Set([
  "http.method",
  "http.request.method",
  "http.response.status_code",
  "http.route",
  "http.status_code",
  "next.route",
  "next.span_type",
]);

/**
 * A span as it may leave: of others' spans (the framework traces its own) the few attributes above and a name made of them;
 * of no span a message or an event, since errors quote what people wrote. [OB3]
 */
export function toTold(span: ReadableSpan, own: string): ReadableSpan {
  const isOwn = span.instrumentationScope.name === own;
  const attributes = isOwn
    ? span.attributes
    : Object.fromEntries(Object.entries(span.attributes).filter(([key]) => told.has(key)));
  const kind = attributes["next.span_type"] ?? span.instrumentationScope.name;
  const route = attributes["next.route"] ?? attributes["http.route"];
  const name = isOwn ? span.name : [kind, route].filter(Boolean).join(" ");
  return Object.create(span, {
    name: { value: name },
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}

/** Sends spans on as they may leave. */
export function tellLess(exporter: SpanExporter, own: string): SpanExporter {
  return {
    export: (spans, answer) =>
      exporter.export(
        spans.map((span) => toTold(span, own)),
        answer,
      ),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}
