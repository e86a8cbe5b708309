"use client";

import { ButtonLink } from "#components/button-link.tsx";
import { usePathname } from "#lib/i18n/navigation.ts";

/** Signing in that leads back to the address one stands on. */
export function SignInBack({ label }: { readonly label: string }) {
  const pathname = usePathname();
  return (
    <ButtonLink variant="accent" href={{ pathname: "/signin", query: { next: pathname } }}>
      {label}
    </ButtonLink>
  );
}
