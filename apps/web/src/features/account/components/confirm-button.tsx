"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { TokenButton } from "./token-button.tsx";

/** Finishes a registration. */
export function ConfirmButton({ token }: { readonly token: string }) {
  const t = useTranslations("auth.register");
  const client = useTRPCClient();
  const router = useRouter();
  const confirm = async () => {
    await client.person.confirm.mutate({ token });
    router.replace({ pathname: "/signin", query: { notice: "registered" } });
  };
  return <TokenButton label={t("confirm")} spend={confirm} />;
}
