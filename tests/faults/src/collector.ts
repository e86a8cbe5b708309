import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Span = { readonly traceId: string; readonly name: string; readonly service: string };
type Named = { readonly key: string; readonly value: { readonly stringValue?: string } };
type Sent = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Named[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, "service">[] }[];
  }[];
};

export type Collector = {
  readonly url: string;
  readonly spans: () => readonly Span[];
  /** Everything that was sent, as it was sent. */
  readonly text: () => string;
  readonly stop: () => void;
};

/** Takes traces as a collector of OTLP does, and keeps them. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  let text = "";
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      text += body;
      for (const { resource, scopeSpans } of (JSON.parse(body) as Sent).resourceSpans) {
        const service =
          resource.attributes.find(({ key }) => key === "service.name")?.value.stringValue ?? "";
        for (const scope of scopeSpans) spans.push(...scope.spans.map((span) => ({ ...span, service })));
      }
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => spans,
    text: () => text,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
