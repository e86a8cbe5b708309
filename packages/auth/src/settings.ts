import type { Kernel } from "@lilink/services";

/** What sign-in needs to know; the web reads it from the configuration. */
export type AuthSettings = {
  readonly kernel: Kernel;
  readonly secret: string;
  readonly publicUrl: string;
  readonly oidc?:
    | { readonly issuer: string; readonly id: string; readonly secret: string; readonly name: string }
    | undefined;
};

/** As long as a session row stands. */
export const sessionSeconds = 7 * 86_400;

export function isSecure({ publicUrl }: Pick<AuthSettings, "publicUrl">): boolean {
  return publicUrl.startsWith("https:");
}
