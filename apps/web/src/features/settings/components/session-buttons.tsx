"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useAct } from "./use-act.ts";

export function RevokeSessionButton({ id }: { readonly id: string }) {
  const t = useTranslations("settings.security");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const revoke = async () => {
    await client.session.revoke.mutate({ id });
    return t("revoked");
  };
  return (
    <Button size="sm" pending={pending} onClick={() => void act(revoke)}>
      {t("revoke")}
    </Button>
  );
}

export function RevokeOthersButton() {
  const t = useTranslations("settings.security");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const revoke = async () => {
    const { count } = await client.session.revokeOthers.mutate({});
    return t("revokedOthers", { count });
  };
  return (
    <Button size="sm" pending={pending} onClick={() => void act(revoke)}>
      {t("revokeOthers")}
    </Button>
  );
}
