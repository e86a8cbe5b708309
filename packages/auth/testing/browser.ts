import { Auth, skipCSRFCheck } from "@auth/core";
import type { AuthSettings } from "../src/settings.ts";
import { toAuthConfig } from "../src/to-auth-config.ts";

/** As much of a browser as a sign-in needs: it keeps cookies, and sends forms to the configured handlers. */
export class TestBrowser {
  readonly #settings: AuthSettings;
  readonly #cookies = new Map<string, string>();

  constructor(settings: AuthSettings) {
    this.#settings = settings;
  }

  get headers(): Headers {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({ cookie, "user-agent": "test browser", "x-forwarded-for": "203.0.113.9" });
  }

  /** Posts to an action of next-auth; answers where it leads. */
  post(action: string, form: Record<string, string> = {}): Promise<URL> {
    const headers = this.headers;
    headers.set("content-type", "application/x-www-form-urlencoded");
    return this.#send(action, { method: "POST", headers, body: new URLSearchParams(form) });
  }

  get(path: string): Promise<URL> {
    return this.#send(path, { headers: this.headers });
  }

  async #send(path: string, init: RequestInit): Promise<URL> {
    const { publicUrl } = this.#settings;
    const config = toAuthConfig(
      this.#settings,
      async () => this.headers,
      async (name, value) => this.#keep(`${name}=${value}`),
    );
    const request = new Request(`${publicUrl}/api/auth/${path}`, init);
    const answer = await Auth(request, { ...config, skipCSRFCheck });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    return new URL(answer.headers.get("location") ?? "/none", publicUrl);
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
