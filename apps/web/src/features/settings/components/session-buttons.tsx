"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function RevokeSessionButton({ id }: { readonly id: string }) {
  const t = useTranslations("settings.security");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const revoke = () => act(() => client.session.revoke.mutate({ id }), t("revoked"));
  return (
    <Button size="sm" pending={pending} onClick={() => void revoke()}>
      {t("revoke")}
    </Button>
  );
}

export function RevokeOthersButton() {
  const t = useTranslations("settings.security");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const revoke = () =>
    act(
      () => client.session.revokeOthers.mutate({}),
      ({ count }) => t("revokedOthers", { count }),
    );
  return (
    <Button size="sm" pending={pending} onClick={() => void revoke()}>
      {t("revokeOthers")}
    </Button>
  );
}
