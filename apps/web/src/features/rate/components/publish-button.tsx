"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Asks for an edition of today of every rate. */
export function PublishButton() {
  const t = useTranslations("rate");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Button pending={pending} onClick={() => void act(() => client.rate.ask.mutate({}), t("asked"))}>
      {t("publish")}
    </Button>
  );
}
