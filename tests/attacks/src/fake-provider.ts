import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const client = { id: "lilink-attacks", secret: "a secret of the attacked client" } as const;

export type Claims = Readonly<Record<string, unknown>>;
/** What a code is worth: the claims of its token beyond the usual ones, and how that is signed. */
export type Grant = { readonly claims: Claims; readonly alg?: "RS256" | "none" };

export type FakeProvider = {
  readonly issuer: string;
  /** A code that the product may redeem as often as it likes: whoever replays one is not stopped here. */
  readonly mint: (grant: Grant) => string;
  readonly close: () => Promise<void>;
};

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };

/** A provider that checks nothing and says whatever it is told to. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (body: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const { pathname } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return void send(metadata(issuer));
    if (pathname === "/jwks") return void send({ keys: [jwk] });
    const grant = pathname === "/token" ? grants.get(await readCode(request)) : undefined;
    if (!grant) return void send({ error: "invalid_grant" }, 400);
    send({ access_token: randomUUID(), token_type: "Bearer", id_token: toToken(issuer, grant) });
  }

  return {
    issuer,
    mint: (grant) => {
      const code = randomUUID();
      grants.set(code, grant);
      return code;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  // Never asked: what it would say stands in the token.
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
});

async function readCode(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += String(part);
  return new URLSearchParams(body).get("code") ?? "";
}

function toToken(issuer: string, { claims, alg = "RS256" }: Grant): string {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: issuer, aud: client.id, iat: now, exp: now + 300 };
  const parts = [
    { alg, typ: "JWT", ...(alg === "RS256" ? { kid: "one" } : {}) },
    { ...usual, ...claims },
  ];
  const head = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  if (alg === "none") return `${head}.`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(privateKey, "base64url")}`;
}
