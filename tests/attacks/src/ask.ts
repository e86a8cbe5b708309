import { request } from "node:http";

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };

/** One request as it stands, redirects not followed. */
export async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
  const send = () => fetch(address, { redirect: "manual", ...init });
  // A connection that the server closed while it lay idle is told by the next request on it alone.
  const response = await send().catch(send);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** A request with headers and a target that fetch would mend: another host, a path that is not encoded. */
export function askRaw(
  address: string,
  given: { readonly path?: string; readonly method?: string; readonly headers?: Record<string, string> } = {},
  body?: string,
): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path: given.path ?? pathname + search,
        method: given.method ?? "GET",
        headers: given.headers,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A POST to tRPC with exactly these bytes and headers. */
export function postTrpc(
  url: string,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<Answer> {
  return ask(`${url}/api/trpc/${path}`, {
    method: "POST",
    body,
    headers: { origin: url, "content-type": "application/json", ...headers },
  });
}
