import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Account = { readonly email: string; readonly password: string };

/** The accounts that `npm start` writes down. */
export function findAccount(dataDir: string, email: string): Account {
  const accounts = JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8")) as Account[];
  const account = accounts.find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demo cast has no ${email}.`);
  return account;
}

/** Signs in as a program does; answers the cookie of the session. */
export async function signIn(url: string, account: Account): Promise<string> {
  const { cookie, refusal } = await tryPassword(url, account);
  if (!cookie.includes("session-token")) throw new Error(`${account.email} could not sign in: ${refusal}`);
  return cookie;
}

/**
 * Tries to sign in, from an address as a proxy would name it and with cookies that the browser holds; answers the new
 * cookies, or the code of the refusal.
 */
export async function tryPassword(url: string, { email, password }: Account, address?: string, held = "") {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      origin: url,
      cookie: [held, toCookie(asked)].filter(Boolean).join("; "),
      ...(address === undefined ? {} : { "x-forwarded-for": address }),
    },
    body: new URLSearchParams({ csrfToken, email, password }),
  });
  const { searchParams } = new URL(answered.headers.get("location") ?? "/", url);
  return { cookie: toCookie(answered), refusal: searchParams.get("code") ?? searchParams.get("error") };
}

function toCookie(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
