import type { Kernel } from "@lilink/services";

/** What sign-in needs to know; the web reads it from the configuration. */
export type AuthSettings = {
  readonly kernel: Kernel;
  readonly secret: string;
  readonly publicUrl: string;
  /** How many proxies of ours stand before the server. */
  readonly trustedProxies: number;
  readonly oidc?:
    | { readonly issuer: string; readonly id: string; readonly secret: string; readonly name: string }
    | undefined;
};

/** As long as a session row stands. */
export const sessionSeconds = 7 * 86_400;
/** As long as a sign-in waits for its second factor. */
export const stepSeconds = 600;
/** As long as a browser that opened an account is counted by itself. */
export const browserSeconds = 90 * 86_400;

export function isSecure({ publicUrl }: Pick<AuthSettings, "publicUrl">): boolean {
  return publicUrl.startsWith("https:");
}
