"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { usePathname } from "#lib/i18n/navigation.ts";

/** Signing in that leads back to the address one stands on. */
export function SignInBack() {
  const nav = useTranslations("nav");
  const pathname = usePathname();
  return (
    <ButtonLink variant="accent" href={{ pathname: "/signin", query: { next: pathname } }}>
      {nav("signIn")}
    </ButtonLink>
  );
}
