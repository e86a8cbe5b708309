"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Names a node as a candidate of the weak links. */
export function ProposeButton({ concept }: { readonly concept: string }) {
  const t = useTranslations("health.node");
  const client = useTRPCClient();
  const { pending, act } = useAct({}, t("taken"));
  return (
    <Button
      pending={pending}
      onClick={() => void act(() => client.chainHealth.propose.mutate({ concept }), t("proposed"))}
    >
      {t("propose")}
    </Button>
  );
}
