import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type TestAccount = { readonly sub: string; readonly email: string; readonly verified: boolean };
export type IdentityProvider = {
  readonly issuer: string;
  /** Who signs in next. */
  readonly setAccount: (account: TestAccount) => void;
  readonly close: () => Promise<void>;
};

export const testClient = { id: "lilink", secret: "a secret of the test client, long enough" } as const;

/** A real OpenID provider that asks nothing: whoever comes is the account set before. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  let account: TestAccount = { sub: "nobody", email: "nobody@test.example", verified: false };
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: testClient.id, client_secret: testClient.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: account.email, email_verified: account.verified }),
    }),
  });
  const callback = provider.callback();
  handle = async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return callback(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: account.sub, clientId: String(params.client_id) });
    grant.addOIDCScope("openid email profile");
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { login: { accountId: account.sub }, consent });
  };
  return {
    issuer,
    setAccount: (next) => {
      account = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Walks from the provider's door back to ours; answers the address with the code. */
export async function passProvider(start: URL, home: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let step = 0; step < 8 && !at.href.startsWith(home); step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    at = new URL(answer.headers.get("location") ?? home, at);
  }
  return at;
}
