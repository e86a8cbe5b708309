"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { AccountForm } from "./account-form.tsx";

/** Finishes a registration. */
export function ConfirmForm({ token, email }: { readonly token: string; readonly email: string }) {
  const t = useTranslations("auth.register");
  const client = useTRPCClient();
  return (
    <AccountForm
      email={email}
      label={t("confirm")}
      make={(account) => client.person.confirm.mutate({ ...account, token })}
    />
  );
}
