"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Takes an offered lot back. */
export function WithdrawButton({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("route.lots");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() => void act(() => client.lot.withdraw.mutate({ publicId }), t("done"))}
    >
      {t("withdraw")}
    </Button>
  );
}
