"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Tells an organization once more that a return is overdue. */
export function RemindButton({ publicId, name }: { readonly publicId: string; readonly name: string }) {
  const t = useTranslations("return.queue");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() => void act(() => client.return.remind.mutate({ publicId }), t("reminded"))}
    >
      {t("remind")}
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
