export type Caller = { readonly url: string; readonly cookie: string };

export type ApiAnswer<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly status: number;
      readonly code: string;
      readonly retryAfter: string | null;
    };

/** Changes something through tRPC over HTTP. Rejects where no answer came at all. */
export function mutate<T>(caller: Caller, path: string, input: object): Promise<ApiAnswer<T>> {
  return send(caller, path, { method: "POST", body: JSON.stringify({ json: input }) });
}

/** Reads something through tRPC over HTTP. */
export function query<T>(caller: Caller, path: string, input: object): Promise<ApiAnswer<T>> {
  return send(caller, `${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`, {});
}

async function send<T>({ url, cookie }: Caller, path: string, init: RequestInit): Promise<ApiAnswer<T>> {
  const response = await fetch(`${url}/api/trpc/${path}`, {
    ...init,
    headers: { cookie, origin: url, "content-type": "application/json" },
  });
  const text = await response.text();
  if (response.ok) return { ok: true, data: (JSON.parse(text) as Answered<T>).result.data.json };
  const retryAfter = response.headers.get("retry-after");
  return { ok: false, status: response.status, code: readCode(text), retryAfter };
}

type Answered<T> = { readonly result: { readonly data: { readonly json: T } } };

function readCode(text: string): string {
  try {
    const refused = JSON.parse(text) as { error: { json: { data: { lilink: { code: string } } } } };
    return refused.error.json.data.lilink.code;
  } catch {
    return `unreadable: ${text.slice(0, 200)}`;
  }
}
