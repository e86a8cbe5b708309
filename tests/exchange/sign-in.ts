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
export async function signIn(url: string, { email, password }: Account): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, cookie: toCookie(asked) },
    body: new URLSearchParams({ csrfToken, email, password }),
  });
  const cookie = toCookie(answered);
  if (!cookie.includes("session-token"))
    throw new Error(`${email} could not sign in: ${answered.status} ${answered.headers.get("location")}`);
  return cookie;
}

function toCookie(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
